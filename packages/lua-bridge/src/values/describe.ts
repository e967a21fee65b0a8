import { isFunction } from '../fengari/frame.js';
import { BOOLEAN, FLOAT, INTEGER, NIL, STRING, TABLE } from '../fengari/tags.js';
import { countKeys, forEachEntry } from '../fengari/table.js';
import { textOf } from '../fengari/text.js';
import type { LuaTable, TString, TValue } from '../fengari/types.js';
import type { Runtime } from '../run/runtime.js';
import { isNull } from './json-null.js';
import { floatText } from './number-text.js';

const WIDTH = 80;
const MAX_DEPTH = 60;

/**
 * A Lua value as readable text: tables with their list part first and their other keys sorted, on one line if it fits
 * in 80 characters. A table inside itself is `<cycle>`. Never calls Lua code.
 * @example describe(runtime, value) // '{1, 2, name = "Ann"}'
 */
export const describe = (runtime: Runtime, value: TValue): string => write({ runtime, open: [], size: 0 }, value, '');

interface Writer {
  runtime: Runtime;
  open: LuaTable[];
  size: number;
}

const write = (writer: Writer, value: TValue, indent: string): string => {
  const { budget } = writer.runtime;
  budget.spend(4);
  const text = value.type === TABLE ? writeTable(writer, value.value as LuaTable, indent) : writeScalar(writer.runtime, value);
  writer.size += value.type === TABLE ? 0 : text.length;
  if (writer.size > budget.limits.stringBytes) budget.exceed('stringBytes', 'limit_string', writer.size);
  return text;
};

const writeScalar = (runtime: Runtime, value: TValue): string => {
  switch (value.type) {
    case NIL:
      return 'nil';
    case BOOLEAN:
    case INTEGER:
      return String(value.value);
    case FLOAT:
      return floatText(value.value as number);
    case STRING:
      return quote(runtime, value.value as TString);
    default:
      if (isNull(value)) return 'null';
      return isFunction(value) ? '<function>' : '<thread>';
  }
};

const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };

const quote = (runtime: Runtime, string: TString): string => {
  runtime.budget.spend(string.realstring.length >> 3);
  const text = textOf(string).replace(/["\\\p{Cc}]/gu, (char) => ESCAPES[char] ?? `\\${char.charCodeAt(0)}`);
  return `"${text}"`;
};

const writeTable = (writer: Writer, table: LuaTable, indent: string): string => {
  const { runtime, open } = writer;
  const name = runtime.readonly.get(table);
  if (name !== undefined) return `<namespace ${name}>`;
  if (open.includes(table)) return '<cycle>';
  if (open.length >= MAX_DEPTH) return '<deep>';
  open.push(table);
  runtime.budget.spend(countKeys(table) * 4);
  const inner = `${indent}  `;
  const items = sortedEntries(table).map((item) => writeItem(writer, item, inner));
  open.pop();
  return layout(items, indent, inner);
};

const layout = (items: string[], indent: string, inner: string): string => {
  const line = `{${items.join(', ')}}`;
  if (line.length + indent.length <= WIDTH && !line.includes('\n')) return line;
  return `{\n${items.map((item) => `${inner}${item}`).join(',\n')}\n${indent}}`;
};

interface Item {
  key: TValue;
  value: TValue;
  inList: boolean;
  /** The key if it is a string. */
  text: string | undefined;
}

const sortedEntries = (table: LuaTable): Item[] => {
  const list: Item[] = [];
  const rest: Item[] = [];
  forEachEntry(table, (key, value) => {
    const inList = rest.length === 0 && key.type === INTEGER && key.value === list.length + 1;
    const text = key.type === STRING ? textOf(key.value as TString) : undefined;
    (inList ? list : rest).push({ key, value, inList, text });
  });
  return [...list, ...rest.sort(compareKeys)];
};

const compareKeys = ({ key: a, text: left }: Item, { key: b, text: right }: Item): number => {
  if (left !== undefined && right !== undefined) return left < right ? -1 : 1;
  const numbers = (a.type & 15) === 3 && (b.type & 15) === 3;
  return numbers ? Number(a.value) - Number(b.value) : a.type - b.type;
};

const RESERVED = new Set(
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'.split(' '),
);

const writeItem = (writer: Writer, { key, value: inner, inList, text }: Item, indent: string): string => {
  const value = write(writer, inner, indent);
  if (inList) return value;
  if (text !== undefined && /^[A-Za-z_]\w*$/.test(text) && !RESERVED.has(text)) return `${text} = ${value}`;
  return `[${key.type === TABLE ? '<table>' : writeScalar(writer.runtime, key)}] = ${value}`;
};
