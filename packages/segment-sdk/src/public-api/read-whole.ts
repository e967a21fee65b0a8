import type { CallOptions } from '../client/types.js';
import type { PublicApi } from './create-public-api.js';
import { readOperation } from './operation.js';
import { readLists } from './pages.js';
import type { PublicInput, PublicName, PublicOutput } from './types.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * Calls an operation and reads its lists to their end: the result is that of the first page, with every item in the
 * place of some and without `pagination`. An operation without a list is just called.
 * @param input `pagination` sets where a list begins and how many a page holds.
 * @throws {SegmentError} As the operation's method does.
 */
export const readWhole = async <Name extends PublicName>(
  api: PublicApi,
  name: Name,
  input: PublicInput<Name>,
  options?: CallOptions,
): Promise<PublicOutput<Name>> => {
  const spec = readOperation('readWhole', name);
  if (spec.lists.length === 0) return api.call(name, input, options);
  let first: Data | undefined;
  const call = async (page: Data): Promise<Data> => {
    const data = (await api.call(name, page as PublicInput<Name>, options)) as Data;
    first ??= data;
    return data;
  };
  const lists = Object.fromEntries(spec.lists.map((list) => [list, [] as unknown[]]));
  for await (const { list, items } of readLists(spec, input, call)) for (const item of items) lists[list]?.push(item);
  return { ...omitPages(first ?? {}), ...lists } as PublicOutput<Name>;
};

const omitPages = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !/pagination$/i.test(name)));
