import type { CallInfo, Instruction, LuaState, TValue } from '../values/types.js';

/** Executes one instruction; gives the call that runs next, or null to leave the VM. */
export type Op = (L: LuaState, ci: CallInfo, i: Instruction) => CallInfo | null;

/** The register an instruction writes. */
export const ra = (L: LuaState, ci: CallInfo, i: Instruction): TValue => L.stack[ci.l_base + i.A] as TValue;

/** The register an instruction reads as B. */
export const rb = (L: LuaState, ci: CallInfo, i: Instruction): TValue => L.stack[ci.l_base + i.B] as TValue;

/** A register, or with bit 8 set a constant. */
export const rk = (L: LuaState, ci: CallInfo, x: number): TValue =>
  ((x & 256) === 0 ? L.stack[ci.l_base + x] : ci.k[x & 255]) as TValue;

/** Copies a value. */
export const copy = (to: TValue, from: TValue): void => {
  to.type = from.type;
  to.value = from.value;
};

/** Sets type and value at once. */
export const assign = (to: TValue, type: number, value: unknown): void => {
  to.type = type;
  to.value = value;
};
