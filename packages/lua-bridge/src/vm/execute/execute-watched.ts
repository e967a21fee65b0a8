import { IS_FRESH, IS_TRACED } from '../calls/frames.js';
import { countersOf, type LineCounters } from '../calls/line-counters.js';
import { nameCalled } from '../calls/names.js';
import { chunkOf, isLuaCall, protoOf } from '../calls/position.js';
import { suspendBetween } from '../calls/yield.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import type { LuaTraceEvent, Tracer } from '../state/trace.js';
import type { Instruction } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { bytesOfLatin1 } from '../values/string.js';
import { decode } from '../values/text.js';
import { pause, perform } from './execute.js';

/** Does what `execute` does, counts lines and tells of calls. A run that asks for neither never comes here. */
export const executeWatched = (L: LuaState): void => {
  let frame: Frame | null = L.frame;
  frame.flags |= IS_FRESH;
  const { budget, tracer } = L.runtime;
  let code: Frame['code'] | undefined;
  let counters: LineCounters | undefined;
  do {
    if (--budget.left < 0) pause(L);
    if (tracer !== undefined) tellOfCall(L, tracer, frame);
    if (budget.hits !== undefined && code !== frame.code) {
      code = frame.code;
      counters = countersOf(budget.hits, protoOf(frame));
    }
    const counter = counters?.[frame.pc];
    if (counter !== undefined) counter.hits++;
    const i = frame.code[frame.pc++] as Instruction;
    frame = tracer !== undefined && leaves(i) ? leave(L, tracer, frame, i) : perform(L, frame, i);
  } while (frame !== null);
};

const leaves = ({ opcode }: Instruction): boolean => opcode === OP.RETURN || opcode === OP.TAILCALL;

const leave = (L: LuaState, tracer: Tracer, frame: Frame, i: Instruction): Frame | null => {
  const event = describeCall(frame, 'return');
  const name = i.opcode === OP.TAILCALL ? findName(frame) : '';
  const next = perform(L, frame, i);
  // After a tail call of a Lua function, that has taken its place.
  const isReplaced = i.opcode === OP.TAILCALL && frame.pc === 0;
  if (i.opcode === OP.RETURN || isReplaced) tracer.tell(L, event);
  if (isReplaced) tellCall(L, tracer, frame, name);
  return next;
};

/* Tells of a call before its first instruction, and waits where whoever hears of it asks for it. */
const tellOfCall = (L: LuaState, tracer: Tracer, frame: Frame): void => {
  if ((frame.flags & IS_TRACED) === 0) {
    const { previous } = frame;
    frame.flags |= IS_TRACED;
    tellCall(L, tracer, frame, previous !== null && isLuaCall(previous) ? findName(previous) : '');
  }
  const waiting = tracer.waitingIn(L);
  if (waiting === undefined || L.barriers > 0) return;
  L.waiting = waiting;
  suspendBetween(L);
};

/* The names by which the active calls were called. */
const called = new WeakMap<Frame, string>();

const tellCall = (L: LuaState, tracer: Tracer, frame: Frame, name: string): void => {
  called.set(frame, name);
  tracer.tell(L, describeCall(frame, 'call'));
};

const describeCall = (frame: Frame, kind: LuaTraceEvent['kind']): LuaTraceEvent => {
  const { line } = protoOf(frame);
  const name = line === 0 ? 'main chunk' : (called.get(frame) ?? '');
  return { kind, name, chunk: chunkOf(frame), line, depth: frame.depth };
};

const names = new WeakMap<Instruction, string>();

/* What a function calls where it is. To find a name one reads the code up to there: once for each place. */
const findName = (caller: Frame): string => {
  const place = caller.code[caller.pc - 1] as Instruction;
  let name = names.get(place);
  if (name === undefined) {
    const found = nameCalled(caller);
    names.set(place, (name = found === undefined ? '' : decode(bytesOfLatin1(found.name))));
  }
  return name;
};
