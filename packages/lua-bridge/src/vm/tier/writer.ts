import type { Instruction, Prototype } from '../values/function.js';
import type { Layout } from '../values/layout.js';
import { constantIndex, isConstant } from '../values/opcodes.js';
import { BOOLEAN, NIL } from '../values/tags.js';
import type { Value } from '../values/value.js';
import { Charges } from './charges.js';
import type { Operand } from './conditions.js';
import type { Liveness } from './liveness.js';
import { at, reads, writes } from './operands.js';
import { goOn } from './rounds.js';
import type { Scope } from './scopes.js';
import { isFunction, type Unit } from './unit.js';

/*
 * Puts the text of a unit together. In it a register is a pair of local variables, `t3` for the tag and `v3` for the
 * value; one that closures share stays in its place of the stack. Nothing but numbers and our own words gets into the
 * text: what a script wrote is reached by index.
 *
 * B budget, F frame, N function, b base, d depth, L thread, U first upvalue, O the others, s stack, u what the budget
 * has not been told of, k rounds that are charged ahead, j what each of them costs, S exchange, K and V texts and
 * values of constants, J layouts, Q sites.
 */

/* Operands that are handed to an operation; more are put on the stack before. */
const MOST_OPERANDS = 3;

/** The text of a unit in the making. */
export class Writer {
  text = '';
  /** Constants, by index, that it compares texts with. */
  readonly texts = new Set<number>();
  /** Those that it takes as values. */
  readonly values = new Set<number>();
  /** Places that remember where a key was found: each with its instruction, and the constant that is the key. */
  readonly sites: { readonly pc: number; readonly key: number }[] = [];
  /** Loops that may be in a table. */
  positions = 0;
  /** Layouts that it compares those of tables with. */
  readonly layouts: Layout[] = [];
  /** Scopes that are open, the outermost first. */
  readonly open: Scope[] = [];
  /** Instructions before which it looks whether the run may go on. */
  readonly turns = new Set<number>();
  /** Whether it calls itself. */
  callsItself = false;
  /** Ways out, each by the register before which those are that it puts on the stack. */
  readonly exits = new Set<number>();
  /** What it charges the budget. */
  readonly charges: Charges;

  constructor(
    readonly unit: Unit,
    readonly scopes: readonly Scope[],
    readonly live: Liveness,
    readonly shared: ReadonlySet<number>,
    /** Registers that it only reads, and that were on the stack when it was entered. */
    readonly unchanged: ReadonlySet<number>,
  ) {
    this.charges = new Charges(scopes.some(({ kind }) => kind !== 'block'));
  }

  get proto(): Prototype {
    return this.unit.proto;
  }

  /** Whether it has the stack at hand: most code leaves it alone. */
  get keepsStack(): boolean {
    return this.shared.size > 0 || !isFunction(this.unit);
  }

  /** Adds text. */
  add(text: string): void {
    this.text += text;
  }

  at(pc: number): Instruction {
    return at(this.proto, pc);
  }

  place(register: number): string {
    return `${this.keepsStack ? 's' : 'L.stack'}[b+${register}]`;
  }

  register(register: number): Operand {
    return this.shared.has(register)
      ? { tag: `${this.place(register)}.type`, value: `${this.place(register)}.value` }
      : { tag: `t${register}`, value: `v${register}` };
  }

  /** A register or a constant. */
  operand(x: number): Operand {
    return isConstant(x) ? this.constant(constantIndex(x)) : this.register(x);
  }

  constant(index: number): Operand {
    const { type, value } = this.proto.constants[index] as Value;
    if (type === NIL || type === BOOLEAN) return { tag: type, value: String(value) };
    const isPlain = typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0);
    if (isPlain) return { tag: type, value: value < 0 ? `(${value})` : String(value) };
    this.values.add(index);
    return { tag: type, value: `V${index}` };
  }

  /** Sets a register. `value` is evaluated first. */
  set(register: number, { tag, value }: Operand): void {
    const to = this.register(register);
    this.add(`${to.value}=${value};${to.tag}=${tag};`);
  }

  /** Whether a register's place on the stack has its value anyway. */
  isOnStack(register: number): boolean {
    return this.shared.has(register) || this.unchanged.has(register);
  }

  /** Sees that the frame says what it is a call of, and that its places on the stack are there. */
  settle(): void {
    this.add('settle(F);');
  }

  /** Puts registers into their places on the stack, which are there. */
  spill(registers: Iterable<number>): void {
    for (const register of registers) {
      if (!this.isOnStack(register)) this.add(`put(F,b+${register},t${register},v${register});`);
    }
  }

  /** Takes registers from their places on the stack. */
  load(registers: Iterable<number>): void {
    for (const register of registers) {
      if (this.shared.has(register)) continue;
      this.add(`p=${this.place(register)};t${register}=p.type;v${register}=p.value;`);
    }
  }

  /** Leaves for the interpreter, which goes on behind the instruction at `pc` or where its frame says. */
  leaveAfter(pc: number): void {
    this.leave(this.live.across(pc));
  }

  /** Leaves for the interpreter, which goes on with the instruction at `pc`, where its frame is already. */
  leaveBefore(pc: number): void {
    this.leave(this.live.before(pc));
  }

  /*
   * All registers before the last one that matters are put on the stack, so that ways out are one chain: the engine
   * counts the length of code against it before it optimises.
   */
  private leave(registers: readonly number[]): void {
    const last = registers.findLast((register) => !this.isOnStack(register)) ?? -1;
    this.exits.add(last + 1);
    this.add(`{${this.charges.takeBack()}break X${last + 1}}`);
  }

  /** Does an instruction as the interpreter does. */
  perform(pc: number): void {
    const operands = this.operandsOf(pc);
    if (operands.length > MOST_OPERANDS) {
      this.settle();
      this.spill(operands);
    }
    this.add(`if(${this.operation(pc, operands.length > MOST_OPERANDS ? [] : operands)}===undefined)`);
    this.leaveAfter(pc);
    this.load(writes(this.at(pc)));
  }

  /** The same for one that takes what lies on the stack up to its top. */
  performOpen(pc: number): void {
    this.spill(this.operandsOf(pc));
    this.add(`if(performAt(F,${pc})===undefined)`);
    this.leaveAfter(pc);
    this.load(writes(this.at(pc)));
  }

  /** Takes the result of an instruction that `found` has done, which is a text that gives its tag or -1. */
  take(pc: number, found: string): void {
    this.add(`if((y=${found})<0)`);
    this.leaveAfter(pc);
    this.add('x=S.value;');
    this.set(this.at(pc).A, { tag: 'y', value: 'x' });
  }

  /** Operands as an operation in place of an instruction takes them: tag and value of each that is a register. */
  given(...operands: readonly number[]): string {
    return operands.map((x) => (isConstant(x) ? '' : this.pair(x))).join('');
  }

  /** Tag and value of a register or a constant, as further arguments of a call. */
  pair(x: number): string {
    const { tag, value } = this.operand(x);
    return `,${tag},${value}`;
  }

  /** The same of so many registers. */
  pairs(first: number, count: number): string {
    return Array.from({ length: count }, (_, n) => this.pair(first + n)).join('');
  }

  private operandsOf(pc: number): readonly number[] {
    return [...new Set(reads(this.proto, pc))].filter((register) => !this.isOnStack(register));
  }

  private operation(pc: number, operands: readonly number[]): string {
    return `(p=op(F,${pc}${operands.map((register) => `,${register},t${register},v${register}`).join('')}))`;
  }

  /** Goes to the instruction at `target`. */
  jump(target: number, from: number): void {
    const { start, end } = this.unit;
    if (target < start || target >= end) {
      this.add(`F.pc=${target};L.frame=F;L.top=b+${this.proto.registers};`);
      this.leaveBefore(target);
      return;
    }
    const loop = this.open.findLast((scope) => scope.kind !== 'block' && scope.step === target);
    const isNext = loop !== undefined && from < loop.end;
    this.add(this.charges.takeBackBefore(target));
    this.add(isNext ? goOn(this.unit, loop) : `break b${target};`);
  }

  /** A variable that remembers where a loop is in a table. */
  position(): string {
    return `h${this.positions++}`;
  }

  /** A layout. */
  layout(layout: Layout): string {
    const known = this.layouts.indexOf(layout);
    return `J${known < 0 ? this.layouts.push(layout) - 1 : known}`;
  }

  /** A place that remembers where the instruction at `pc` found its key, a constant. */
  site(pc: number, key: number): string {
    return `Q${this.sites.push({ pc, key }) - 1}`;
  }
}
