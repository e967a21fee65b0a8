import { OP } from '../values/opcodes.js';
import { at } from './operands.js';
import type { Scope } from './scopes.js';
import type { Unit } from './unit.js';

/* What is done in each round of a loop, and how it is called. */

/** A unit and its scopes. */
interface Scoped {
  readonly unit: Unit;
  readonly scopes: readonly Scope[];
}

/** The label of a loop. */
export const label = (scope: Scope): string =>
  scope.kind === 'block' ? `b${scope.end}` : `l${scope.kind === 'while' ? 'w' : 'f'}${scope.step}`;

/** The label of what is done in each round of a loop. */
export const roundOf = (w: Scoped, loop: Scope): string => (isTight(w, loop) ? `r${loop.start}` : label(loop));

/**
 * Whether a loop is one in itself for some rounds: an engine keeps what it knows of tables as long as nothing is called
 * that may change them, and to look whether the run may go on is such a call.
 */
export const isTight = ({ unit, scopes }: Scoped, loop: Scope): boolean => {
  if (loop.kind !== 'while' && loop.kind !== 'numeric') return false;
  const isWithin = (other: Scope): boolean =>
    other !== loop && other.kind !== 'block' && other.start >= loop.start && other.end <= loop.end;
  if (scopes.some(isWithin)) return false;
  for (let pc = loop.start; pc < loop.end; pc++) if (CALLS.has(at(unit.proto, pc).opcode)) return false;
  return true;
};

const CALLS: ReadonlySet<number> = new Set([OP.CALL, OP.TAILCALL]);
