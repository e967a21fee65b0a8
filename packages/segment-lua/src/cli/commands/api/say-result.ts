import { jsonText } from '../../../host/json-text.js';
import { paintTable } from '../../terminal/painted-table.js';
import { say } from '../../terminal/terminal.js';

type Fields = Readonly<Record<string, unknown>>;

/** Prints a result for people: a list is a table of what fits into one; anything else is shown as it is. */
export const sayResult = async (value: unknown): Promise<void> => {
  const lists = Object.values((value ?? {}) as Fields).filter(isTable);
  const [list] = lists;
  if (lists.length !== 1 || list === undefined) {
    say(jsonText(value ?? null, 2));
    return;
  }
  const columns = [...new Set(list.flatMap((item) => Object.keys(item).filter((key) => isPlain(item[key]))))].slice(
    0,
    6,
  );
  const rows = list.map((item) => columns.map((key) => writeCell(item[key])));
  say(await paintTable([columns.map((key) => key.toUpperCase()), ...rows]));
};

const isPlain = (value: unknown): boolean => value !== null && typeof value !== 'object';

const writeCell = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return isPlain(value) && value !== undefined ? jsonText(value) : '';
};

const isTable = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'object' && item !== null);
