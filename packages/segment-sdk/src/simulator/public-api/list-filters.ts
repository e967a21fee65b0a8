import type { Call } from './call.js';
import type { Resource } from './sample.js';

type Selects = (item: Resource) => boolean;

const readTime = (value: unknown): number => Date.parse(String(value));

const contains = (value: unknown, part: unknown): boolean =>
  typeof value === 'string' && value.toLowerCase().includes(String(part).toLowerCase());

const SEARCHED: Readonly<Record<string, (item: Resource) => unknown>> = {
  NAME: ({ name }) => name,
  KEY: ({ key }) => key,
  DEFINITION: ({ definition }) => (definition as Resource | null | undefined)?.query,
};

const NAMES = ['name', 'trait', 'key', 'pathName', 'entityName'];

const search = (given: unknown): Selects => {
  if (typeof given !== 'object' || given === null) return (item) => NAMES.some((name) => contains(item[name], given));
  const { type, query } = given as { readonly type: string; readonly query: string };
  return (item) => contains(SEARCHED[type]?.(item), query);
};

/** The parameters that select in a way of their own; any other selects the items that have its value. */
const SELECTING: Readonly<Record<string, (given: unknown) => Selects>> = {
  search,
  startTime: (given) => (item) => item.timestamp === undefined || readTime(item.timestamp) >= readTime(given),
  endTime: (given) => (item) => item.timestamp === undefined || readTime(item.timestamp) < readTime(given),
  regulationTypes: (given) => (item) => (given as readonly unknown[]).includes(item.regulationType),
};

const equal =
  (name: string, given: unknown): Selects =>
  (item) =>
    typeof given !== 'string' || item[name] === undefined || item[name] === given;

const SORT_FIELDS: Readonly<Record<string, string>> = {
  CREATED_AT: 'createdAt',
  UPDATED_AT: 'updatedAt',
  NAME: 'name',
};

const readSort = ({
  sort,
  sortBy,
  sortDir,
}: Resource): { readonly by: string; readonly isDown: boolean } | undefined => {
  const { field, direction } = (sort ?? {}) as { readonly field?: string; readonly direction?: string };
  const by = field === undefined ? sortBy : SORT_FIELDS[field];
  return typeof by === 'string' ? { by, isDown: /desc/i.test(String(direction ?? sortDir)) } : undefined;
};

const sortItems = (items: readonly Resource[], input: Resource): readonly Resource[] => {
  const sort = readSort(input);
  if (!sort) return items;
  const textOf = ({ [sort.by]: value }: Resource): string => (typeof value === 'string' ? value : '');
  const sorted = items.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b))));
  return sort.isDown ? sorted.reverse() : sorted;
};

/** Samples are there if they are asked for, as many as are. */
const showSamples = (item: Resource, { includeSampleValues, samplesCount }: Resource): Resource => {
  const { samples, ...others } = item;
  if (!Array.isArray(samples) || includeSampleValues !== true) return others;
  return { ...others, samples: (samples as unknown[]).slice(0, (samplesCount as number | undefined) ?? Infinity) };
};

/** The items of a list that its parameters ask for, in the order that they ask for. */
export const selectItems = ({ input }: Pick<Call, 'input'>, items: readonly Resource[]): readonly Resource[] => {
  const filters = Object.entries(input).map(([name, given]) => SELECTING[name]?.(given) ?? equal(name, given));
  const selected = items.filter((item) => filters.every((selects) => selects(item)));
  return sortItems(selected, input).map((item) => showSamples(item, input));
};
