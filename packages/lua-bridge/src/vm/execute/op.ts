import type { Frame, LuaState } from '../state/lua-state.js';
import type { Instruction } from '../values/function.js';
import { CONSTANT } from '../values/opcodes.js';
import type { Value } from '../values/value.js';

/** Executes one instruction; gives the call that runs next, or null to leave the VM. */
export type Op = (L: LuaState, frame: Frame, i: Instruction) => Frame | null;

/** The register an instruction writes. */
export const ra = (L: LuaState, frame: Frame, i: Instruction): Value => L.stack[frame.base + i.A] as Value;

/** The register an instruction reads as B. */
export const rb = (L: LuaState, frame: Frame, i: Instruction): Value => L.stack[frame.base + i.B] as Value;

/** A register, or a constant. The most frequent instructions write it out, as code that runs once is never inlined. */
export const rk = (L: LuaState, frame: Frame, x: number): Value =>
  (x < CONSTANT ? L.stack[frame.base + x] : frame.constants[x - CONSTANT]) as Value;
