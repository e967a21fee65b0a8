import { LINE_BYTES, type LineCounter, type LineHits } from '../../meter/line-hits.js';
import type { Runtime } from '../state/lua-state.js';
import type { Instruction, Prototype } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { decode } from '../values/text.js';
import { shortenChunkName } from './position.js';

/** For each instruction the counter of the line that begins with it. */
export type LineCounters = readonly (LineCounter | undefined)[];

/** Makes the lines of a chunk known, before any of them has run. */
export const knowLines = ({ budget }: Runtime, chunk: Prototype): void => {
  const { hits } = budget;
  if (hits === undefined) return;
  const name = nameOf(chunk);
  const know = (proto: Prototype): void => {
    budget.spend(proto.code.length >> 4);
    for (let pc = 0; pc < proto.code.length; pc++) {
      const line = lineAt(proto, pc);
      if (line !== undefined && hits.know(name, line)) budget.allocate(LINE_BYTES);
    }
    proto.inner.forEach(know);
  };
  know(chunk);
};

const made = new WeakMap<LineHits, WeakMap<Prototype['code'], LineCounters>>();

/** The counters of a function's lines. */
export const countersOf = (hits: LineHits, proto: Prototype): LineCounters => {
  let counters = made.get(hits);
  if (counters === undefined) made.set(hits, (counters = new WeakMap()));
  let own = counters.get(proto.code);
  if (own === undefined) counters.set(proto.code, (own = makeCounters(hits, proto)));
  return own;
};

/* A line that is jumped back to is reached anew. */
const makeCounters = (hits: LineHits, proto: Prototype): LineCounters => {
  const targets = new Set(proto.code.map((i, pc) => (jumpsBack(i) ? pc + 1 + i.sBx : -1)));
  const name = nameOf(proto);
  let before: number | undefined;
  return proto.code.map((_, pc) => {
    const line = lineAt(proto, pc);
    const begins = line !== undefined && (line !== before || targets.has(pc));
    before = line;
    return begins ? hits.counterOf(name, line) : undefined;
  });
};

const jumpsBack = ({ opcode, sBx }: Instruction): boolean =>
  sBx < 0 && (opcode === OP.JMP || opcode === OP.FORLOOP || opcode === OP.TFORLOOP);

const nameOf = ({ source }: Prototype): string => decode(shortenChunkName(source.bytes));

/*
 * The line an instruction belongs to. A function is made where it begins, not at its `end`; and the return that ends
 * each function is nobody's line: after another one it is never reached.
 */
const lineAt = ({ code, lines, inner }: Prototype, pc: number): number | undefined => {
  if (pc === code.length - 1) return undefined;
  const { opcode, Bx } = code[pc] as Instruction;
  return opcode === OP.CLOSURE ? inner[Bx]?.line : lines[pc];
};
