import type { SimulatorResponse } from '../../operations/simulated-route.js';
import type { PublicSpec } from '../../public-api/operation.js';
import { isRefusal, refuseInput } from './call.js';
import { readResult, type Resource } from './sample.js';

type Cursor = string | number;

/** Most cursors are text; those of one list are numbers. */
const hasNumbers = ({ name }: PublicSpec): boolean => name === 'list_filters_for_space';

const writeCursor = (spec: PublicSpec, at: number): Cursor => (hasNumbers(spec) ? at : btoa(String(at)));

const readCursor = (spec: PublicSpec, cursor: Cursor): number => {
  if (hasNumbers(spec)) return Number(cursor);
  try {
    return Number(atob(String(cursor)));
  } catch {
    return NaN;
  }
};

const STANDARD_COUNT = 200;

/** The page of a list that was asked for, beside the other facts of the result. */
export const takePage = (spec: PublicSpec, input: Resource, data: Resource): Resource | SimulatorResponse => {
  const [list = ''] = spec.lists;
  const isPaged = spec.inQuery.some(({ name }) => name === 'pagination' || name === 'cursor');
  if (!isPaged || spec.lists.length === 0 || isRefusal(data)) return data;
  const type = readResult(spec.name).pagination ?? readResult(spec.name)['pagination?'];
  const asked = (input.pagination ?? input) as { readonly count?: number; readonly cursor?: Cursor };
  const { count = Math.min(STANDARD_COUNT, spec.pageMax), cursor } = asked;
  const start = cursor === undefined ? 0 : readCursor(spec, cursor);
  if (!Number.isInteger(start) || start < 0)
    return refuseInput('pagination.cursor is not a cursor of this list', 'pagination.cursor');
  const items = data[list] as readonly unknown[];
  const pagination = {
    current: writeCursor(spec, start),
    ...(start + count < items.length && { next: writeCursor(spec, start + count) }),
    ...(start > 0 && type === 'Pagination' && { previous: writeCursor(spec, Math.max(0, start - count)) }),
    totalEntries: items.length,
  };
  return { ...data, [list]: items.slice(start, start + count), ...(type !== undefined && { pagination }) };
};
