import { ByteBuffer } from '../../vm/native/byte-buffer.js';
import type { Runtime } from '../../vm/state/lua-state.js';
import { countKeys } from '../../vm/tables/table.js';
import { isNull } from '../../vm/values/json-null.js';
import { writeFloat } from '../../vm/values/number-text.js';
import type { LuaString } from '../../vm/values/string.js';
import type { LuaTable } from '../../vm/values/table.js';
import { BOOLEAN, FLOAT, INTEGER, NIL, STRING, TABLE, USERDATA } from '../../vm/values/tags.js';
import { textOf } from '../../vm/values/text.js';
import { isFunction, type Value } from '../../vm/values/value.js';
import { type Item, itemsOf } from './items.js';

const WIDTH = 80;
const MAX_DEPTH = 60;

/**
 * A Lua value as readable text: tables with their list part first and their other keys sorted, on one line if it fits
 * in 80 characters. A table inside itself is `<cycle>`. Never calls Lua code. Bounded as it grows, like every string.
 * @example describe(runtime, value) // '{1, 2, name = "Ann"}'
 */
export const describe = (runtime: Runtime, value: Value): string => textOf(describeString(runtime, value));

/** The same as a string. */
export const describeString = (runtime: Runtime, value: Value): LuaString => {
  const out = new ByteBuffer(runtime.budget);
  write({ runtime, open: [], out }, value, '');
  return out.take();
};

interface Writer {
  runtime: Runtime;
  open: LuaTable[];
  out: ByteBuffer;
}

const write = (writer: Writer, value: Value, indent: string): void => {
  const { runtime, out } = writer;
  const line =
    value.type === TABLE
      ? writeTableLine(writer, value.value as LuaTable, WIDTH - indent.length)
      : writeScalar(runtime, value);
  if (line !== undefined) out.addText(line);
  else writeLines(writer, value.value as LuaTable, indent);
};

const writeScalar = (runtime: Runtime, value: Value): string => {
  switch (value.type) {
    case NIL:
      return 'nil';
    case BOOLEAN:
    case INTEGER:
      return String(value.value);
    case FLOAT:
      return writeFloat(value.value as number);
    case STRING:
      return quote(runtime, value.value as LuaString);
    default:
      if (isNull(value)) return 'null';
      if (value.type === USERDATA) return '<object>';
      return isFunction(value) ? '<function>' : '<thread>';
  }
};

const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };

const quote = (runtime: Runtime, string: LuaString): string => {
  runtime.budget.spend(string.length >> 3);
  const text = textOf(string).replace(/["\\\p{Cc}]/gu, (char) => ESCAPES[char] ?? `\\${char.charCodeAt(0)}`);
  return `"${text}"`;
};

const SHORTEST_ITEM = 3;

/* A table on one line of at most `room` characters; undefined if it is longer. */
const writeTableLine = (writer: Writer, table: LuaTable, room: number): string | undefined => {
  const { runtime, open } = writer;
  runtime.budget.spend(4);
  const name = runtime.readonly.get(table);
  if (name !== undefined) return `<namespace ${name}>`;
  if (open.includes(table)) return '<cycle>';
  if (open.length >= MAX_DEPTH) return '<deep>';
  if (countKeys(table) * SHORTEST_ITEM > room) return undefined;
  open.push(table);
  const items = writeItemsLine(writer, table, room - 2);
  open.pop();
  return items === undefined ? undefined : `{${items}}`;
};

const writeItemsLine = (writer: Writer, table: LuaTable, room: number): string | undefined => {
  let line = '';
  for (const item of itemsOf(writer.runtime, table)) {
    const label = labelOf(writer.runtime, item);
    const text = writeShortly(writer, item.value, room - line.length);
    if (text === undefined) return undefined;
    line += line === '' ? label + text : `, ${label}${text}`;
    if (line.length > room) return undefined;
  }
  return line;
};

/* Decoding and quoting a long string only to see that it does not fit would be a waste. */
const writeShortly = (writer: Writer, value: Value, room: number): string | undefined => {
  if (value.type === TABLE) return writeTableLine(writer, value.value as LuaTable, room);
  const isLong = value.type === STRING && (value.value as LuaString).length > WIDTH * 4;
  return isLong ? undefined : writeScalar(writer.runtime, value);
};

const writeLines = (writer: Writer, table: LuaTable, indent: string): void => {
  const { runtime, open, out } = writer;
  const inner = `${indent}  `;
  let separator = '{\n';
  open.push(table);
  for (const item of itemsOf(runtime, table)) {
    out.addText(separator + inner + labelOf(runtime, item));
    write(writer, item.value, inner);
    separator = ',\n';
  }
  open.pop();
  out.addText(`\n${indent}}`);
};

const RESERVED = new Set(
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'.split(
    ' ',
  ),
);

const labelOf = (runtime: Runtime, { key, text }: Item): string => {
  if (key === undefined) return '';
  if (text !== undefined && /^[A-Za-z_]\w*$/.test(text) && !RESERVED.has(text)) return `${text} = `;
  return `[${key.type === TABLE ? '<table>' : writeScalar(runtime, key)}] = `;
};
