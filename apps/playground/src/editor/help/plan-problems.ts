import { openedPlan } from '../../state/plan.js';
import type { PlacedToken } from './call-table.js';
import type { Literal } from './literal.js';

/** Something that breaks the plan, in the document. */
interface PlanProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Where a violation stands; of what is missing, the call. Nothing where only a run decides. */
const locate = (
  table: Literal,
  path: string,
  called: PlacedToken | undefined,
): Pick<Literal, 'from' | 'to'> | undefined => {
  if (!table.members || table.isOpen) return undefined;
  const name = [...table.members.keys()].find((key) => path === key || path.startsWith(`${key}.`));
  const member = name === undefined ? undefined : table.members.get(name);
  if (name === undefined || !member) return called;
  if (path !== name) return locate(member, path.slice(name.length + 1), called);
  return member.value === undefined ? undefined : member;
};

/** What a call that is written out breaks of the plan that is open. @param table What it is called with. */
export const findPlanProblems = (table: Literal, called: PlacedToken, call: string): PlanProblem[] => {
  const violations = openedPlan.value?.plan.check({ ...(table.value as object), type: call }) ?? [];
  return violations.flatMap(({ type, field, message }) => {
    const place = locate(table, field, type === 'Required' ? called : undefined);
    return place ? [{ from: place.from, to: place.to, message }] : [];
  });
};
