import type { Misuse } from '../../protocol/script-use.js';
import { findPlanProblems } from './plan-problems.js';
import type { PlacedUse } from './script-uses.js';

/** Something that is known to fail, in the document. */
export interface SchemaProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

const placeMisuse = (
  { use: { path }, names, table }: PlacedUse,
  { field = '', depth, message }: Misuse,
): SchemaProblem[] => {
  const [first = ''] = field.split(/[.[]/, 1);
  const missing = names.at((depth ?? path.length) - path.length - 1);
  // What a short name stands for is marked where it gets it.
  if (depth !== undefined && missing?.text !== path[depth - 1]) return [];
  const place = table?.named?.find(({ text }) => text === first) ?? table?.members?.get(first) ?? missing;
  return place ? [{ from: place.from, to: place.to, message }] : [];
};

/** What a script names and calls otherwise than Segment has it, and otherwise than the plan that is open. */
export const placeProblems = (uses: readonly PlacedUse[], misuses: readonly Misuse[]): SchemaProblem[] => [
  ...misuses.flatMap((misuse) => {
    const placed = uses[misuse.use];
    return placed ? placeMisuse(placed, misuse) : [];
  }),
  ...uses.flatMap(({ names, table }) => {
    const name = names.at(-1);
    return table && name ? findPlanProblems(table, name, name.text) : [];
  }),
];
