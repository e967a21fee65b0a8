import { Choices } from './random.js';

/*
 * Random Lua programs that are all loops, of every kind and in one another, whose variables are set in one of them and
 * shown behind it: after its end, a `break`, a `goto`, a `return`, an error or a wait for the host.
 */

const MOST_ROUNDS = 2000;
const DEEPEST = 4;

const PRELUDE = `rounds = 0
local wait = wait or function(...) return ... end
local function show(...) local t = {} for i = 1, select("#", ...) do t[i] = tostring((select(i, ...))) end print(table.concat(t, " ")) end
local function each(n) return function(_, i) if i < n then return i + 1, i * 0.5 end end, nil, 0 end
local p, q`;

/** Writes one program. */
class LoopProgram {
  private readonly choices: Choices;
  /** Variables that are there, the innermost last. */
  private visible: string[] = [];
  /** Loops around what is written in the same function: how far it is from where `goto` may lead. */
  private loops: number[] = [];
  private names = 0;

  constructor(seed: number) {
    this.choices = new Choices(seed);
  }

  write(): string {
    // More than fit into a word or two of bits.
    const many = this.choices.of([3, 3, 3, 36, 70]);
    const first = Array.from({ length: many }, () => this.declare());
    return [PRELUDE, ...first, ...this.block(0, 6), this.show()].join('\n');
  }

  private declare(value = this.value()): string {
    const name = `v${this.names++}`;
    const text = `local ${name} = ${value}`;
    this.visible.push(name);
    return text;
  }

  private variable(): string {
    // The last ones are those of the loop.
    return this.choices.once(3) ? this.choices.of(this.visible) : this.choices.of(this.visible.slice(-4));
  }

  private value(): string {
    const constant = this.choices.of(['1', '2', '7', '0.5', '-3', '1e3']);
    if (this.visible.length === 0 || this.choices.once(4)) return constant;
    const [a, b] = [this.variable(), this.variable()];
    return this.choices.of([
      a,
      `${a} + ${constant}`,
      `(${a} * 3 + ${b}) % 1009`,
      `${a} - ${b}`,
      `${a} < ${b} and ${a} or ${b}`,
      `#tostring(${a})`,
      `math.max(${a}, ${constant})`,
      `({ ${a}, ${b} })[2]`,
      `wait(${a})`,
    ]);
  }

  private condition(): string {
    const [a, b] = [this.variable(), this.variable()];
    return this.choices.of([`${a} < ${b}`, `${a} ~= ${b}`, `not (${a} <= 7)`, `${a} % 3 == 0`, `rounds % 5 == 0`]);
  }

  private show(): string {
    return `show(${[...new Set(['p', 'q', ...this.visible.slice(-5), ...this.choices.some(2, 5, () => this.variable())])].join(', ')})`;
  }

  /* Statements of their own scope. */
  private block(depth: number, most: number): string[] {
    const { length } = this.visible;
    const statements = this.choices.some(2, most, () => this.statement(depth)).flat();
    this.visible.length = length;
    return statements;
  }

  private statement(depth: number): string[] {
    const kinds = [() => this.assignment(), () => this.assignment(), () => [this.declare()]];
    if (depth < DEEPEST)
      kinds.push(
        () => this.loop(depth),
        () => this.loop(depth),
        () => this.branch(depth),
      );
    if (depth > 0)
      kinds.push(
        () => this.way(),
        () => [this.show()],
      );
    if (depth < DEEPEST && this.choices.once(3))
      kinds.push(
        () => this.closure(),
        () => this.call(depth),
      );
    return this.choices.of(kinds)();
  }

  private assignment(): string[] {
    // Those two may be nothing.
    if (this.choices.once(6)) {
      const [one, other] = this.choices.of(['pq', 'qp', 'pp']);
      return [
        `${one} = ${this.choices.of([`${other} or ${one}`, `${one} and ${other}`, `${this.condition()} and ${this.variable()}`])}`,
      ];
    }
    if (this.choices.once(4)) return [`${this.variable()}, ${this.variable()} = ${this.value()}, ${this.value()}`];
    return [`${this.variable()} = ${this.value()}`];
  }

  private branch(depth: number): string[] {
    return [`if ${this.condition()} then`, ...this.block(depth + 1, 3), 'end'];
  }

  /* Out of a loop. */
  private way(): string[] {
    const innermost = this.loops.at(-1);
    if (innermost === undefined) return [`if ${this.condition()} then return ${this.variable()} end`];
    const ways = ['break', `goto next${innermost}`, `goto out${this.choices.of(this.loops)}`];
    if (this.choices.once(5)) ways.push(`return ${this.variable()}`, `error(${this.variable()})`);
    return [`if ${this.condition()} then ${this.choices.of(ways)} end`];
  }

  private loop(depth: number): string[] {
    const id = this.names++;
    const { length } = this.visible;
    const [head, foot] = this.frameOf();
    this.loops.push(id);
    const body = this.block(depth + 1, 5);
    this.loops.pop();
    this.visible.length = length;
    return [
      head,
      `rounds = rounds + 1 if rounds % 40 == 0 or rounds > ${MOST_ROUNDS} then break end`,
      'do',
      ...body,
      `::next${id}::`,
      'end',
      foot,
      `::out${id}::`,
      this.show(),
    ];
  }

  /* What is before and behind the body of a loop; its variables are there in it. */
  private frameOf(): readonly [string, string] {
    const condition = this.condition();
    const rounds = this.choices.of([2, 3, 5, 12, 40]);
    const own = (): string => {
      const name = `v${this.names++}`;
      this.visible.push(name);
      return name;
    };
    const kinds = [
      () => [`for ${own()} = 1, ${rounds} do`, 'end'] as const,
      () => [`for ${own()} = ${rounds}, 1, -2 do`, 'end'] as const,
      () => [`for ${own()} = 0, ${rounds} * 0.5, 0.5 do`, 'end'] as const,
      () => [`for ${own()}, ${own()} in each(${rounds}) do`, 'end'] as const,
      () => [`for ${own()}, ${own()} in ipairs({ 1, 2.5, 3, ${rounds} }) do`, 'end'] as const,
      () => [`while ${condition} do`, 'end'] as const,
      () => ['repeat', `until ${condition}`] as const,
      () => {
        const inner = own();
        return [`repeat local ${inner} = rounds`, `until ${inner} % 7 == 0 or ${condition}`] as const;
      },
    ];
    return this.choices.of(kinds)();
  }

  /* A function that shares variables with the loop around it. */
  private closure(): string[] {
    const shared = this.variable();
    const name = `f${this.names++}`;
    return [
      `local ${name} = function() ${shared} = ${shared} + 1 return ${shared} end`,
      `${this.variable()} = ${name}()`,
    ];
  }

  private call(depth: number): string[] {
    const name = `f${this.names++}`;
    const given = this.variable();
    const { loops, visible } = this;
    const parameter = `v${this.names++}`;
    this.loops = [];
    this.visible = [...visible, parameter];
    const body = this.block(depth + 1, 4);
    this.loops = loops;
    this.visible = visible;
    return [`local function ${name}(${parameter})`, ...body, 'end', `show(pcall(${name}, ${given}))`];
  }
}

/** A random program of loops, the same one for the same seed. */
export const writeLoops = (seed: number): string => new LoopProgram(seed).write();
