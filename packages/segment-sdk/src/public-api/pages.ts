import { failure } from '../contract/errors.js';
import type { PublicSpec } from './operation.js';

type Input = Readonly<Record<string, unknown>>;
type Cursor = string | number;

interface Page {
  readonly items: unknown;
  /** `undefined` where the answer does not say, `null` where there is none. */
  readonly next: Cursor | null | undefined;
}

/** One way of asking for the pages of a list. */
interface Pager {
  readonly list: string;
  /** The input that asks for a page. */
  readonly ask: (input: Input, count: number, cursor: Cursor | undefined) => Input;
  /** The page that an input asks for, where it does. */
  readonly given: (input: Input) => { readonly count?: number; readonly cursor?: Cursor };
  readonly read: (data: Input) => Page;
}

const readPage = (data: Input, list: string, pagination: string): Page => {
  const { next = null } = (data[pagination] ?? {}) as { readonly next?: Cursor | null };
  return { items: data[list] ?? [], next: data[pagination] ? next : undefined };
};

/** @param place The object that names a page, as nearly all have it; without one they are two bare parameters. */
const paged = (list: string, place?: string): Pager => ({
  list,
  ask: (input, count, cursor) => {
    const page = { count, ...(cursor !== undefined && { cursor }) };
    return { ...input, ...(place ? { [place]: page } : page) };
  },
  given: (input) => (place ? (input[place] ?? {}) : input),
  read: (data) => readPage(data, list, place ?? 'pagination'),
});

const unpaged = (list: string): Pager => ({
  list,
  ask: (input) => input,
  given: () => ({}),
  read: (data) => ({ items: data[list] ?? [], next: null }),
});

const createPagers = ({ lists, inQuery }: PublicSpec): Pager[] => {
  const names = inQuery.map(({ name }) => name);
  const [list = ''] = lists;
  if (lists.length > 1) return lists.map((one) => paged(one, `${one}Pagination`));
  if (names.includes('pagination')) return [paged(list, 'pagination')];
  return [names.includes('cursor') ? paged(list) : unpaged(list)];
};

/** What one answer holds of a list. */
export interface ListPart {
  readonly list: string;
  readonly items: readonly unknown[];
}

/** Sends one call and resolves with its data. */
type Call = (input: Input) => Promise<Input>;

async function* readList(spec: PublicSpec, pager: Pager, input: Input, call: Call): AsyncGenerator<ListPart, void> {
  const { count = spec.pageMax, cursor: start } = pager.given(input);
  const seen = new Set<Cursor | undefined>([start]);
  let cursor = start;
  for (;;) {
    const { items, next } = pager.read(await call(pager.ask(input, count, cursor)));
    if (!Array.isArray(items)) throw failure('api', 'api_error', spec.name, `the answer's '${pager.list}' is no list`);
    yield { list: pager.list, items };
    if (next === undefined && items.length >= count) throw cutOff(spec, count);
    if (next === undefined || next === null || next === '') return;
    if (seen.has(next)) throw failure('api', 'api_error', spec.name, 'the next page is one that was read before');
    seen.add(next);
    cursor = next;
  }
}

/** No part passes for the whole. */
const cutOff = ({ name }: PublicSpec, count: number): Error =>
  failure(
    'api',
    'incomplete_list',
    name,
    `there may be more than these ${count}, but no next page is named; narrow the call`,
  );

/** Hands out an operation's list, or its lists one after the other, an answer at a time: each item would be a wait. */
export async function* readLists(spec: PublicSpec, input: Input, call: Call): AsyncGenerator<ListPart, void> {
  for (const pager of createPagers(spec)) yield* readList(spec, pager, input, call);
}
