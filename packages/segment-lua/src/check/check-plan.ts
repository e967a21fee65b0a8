import { isSegmentError } from '@moonwire/segment-sdk';
import type { Violation } from '@moonwire/segment-sdk/plan';
import type { Expression, TableConstructorExpression } from 'luaparse';

import { readItems, readKey } from './read-written.js';

/** A violation, and the expression it is about. */
export interface PlacedViolation {
  readonly violation: Violation;
  readonly place: Expression;
}

/** Literals whose value is known without running anything. */
const KNOWN = ['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'TableConstructorExpression'];

/** What of an error of the tracking plan is certain: what only a run can tell may be as the plan has it. */
export const placeViolations = (input: Expression, cause: unknown): PlacedViolation[] => {
  const violations = isSegmentError(cause) ? (cause.violations ?? []) : [];
  return violations.flatMap((violation) => {
    const place = locate(input, violation.field, violation.type === 'Required');
    return place ? [{ violation, place }] : [];
  });
};

/** The expression at a path; of what is missing, the table that should have it. Nothing where a run decides. */
const locate = (table: Expression, path: string, isMissing: boolean): Expression | undefined => {
  if (table.type !== 'TableConstructorExpression') return undefined;
  const members = membersOf(table);
  if (members.some(({ key }) => key === undefined)) return undefined;
  const member = members.find(({ key = '' }) => path === key || path.startsWith(`${key}.`));
  if (!member) return isMissing ? table : undefined;
  if (path !== member.key) return locate(member.value, path.slice(`${member.key}.`.length), isMissing);
  return KNOWN.includes(member.value.type) || member.value.type === 'NilLiteral' ? member.value : undefined;
};

/** The members of a table by the names they have on the wire: items are counted from 0. */
const membersOf = (
  table: TableConstructorExpression,
): { readonly key: string | undefined; readonly value: Expression }[] => {
  const items = readItems(table);
  if (items) return items.map((value, at) => ({ key: String(at), value }));
  return table.fields.map((field) => ({ key: readKey(field), value: field.value }));
};
