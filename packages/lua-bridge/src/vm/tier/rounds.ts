import { OP } from '../values/opcodes.js';
import { at } from './operands.js';
import type { Scope } from './scopes.js';
import type { Unit } from './unit.js';

/* What is done in each round of a loop, and how it is called. */

/** The label of a scope. */
export const label = (scope: Scope): string =>
  scope.kind === 'block' ? `b${scope.end}` : `l${scope.kind === 'while' ? 'w' : 'f'}${scope.step}`;

/** The label of the rounds that a tight loop does at a time. */
export const roundsOf = (loop: Scope): string => `r${label(loop)}`;

/** How the next round of a loop is gone to: where rounds are counted, each is a block. */
export const goOn = (unit: Unit, loop: Scope): string => {
  if (!isTight(unit, loop)) return `continue ${label(loop)};`;
  return loop.kind === 'numeric' ? `break n${label(loop)};` : `continue ${roundsOf(loop)};`;
};

/**
 * Whether a loop is one in itself for some rounds: an engine keeps what it knows of tables as long as nothing is called
 * that may change them, and to look whether the run may go on is such a call.
 */
export const isTight = ({ proto }: Unit, loop: Scope): boolean => {
  for (let pc = loop.start; pc < loop.end; pc++) if (WIDE.has(at(proto, pc).opcode)) return false;
  return loop.kind !== 'generic';
};

const WIDE: ReadonlySet<number> = new Set([OP.CALL, OP.TAILCALL, OP.FORPREP, OP.TFORCALL]);
