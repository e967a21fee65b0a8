import { NIL, BOOLEAN, FLOAT, INTEGER, STRING, TABLE } from '../fengari/tags.js';
import { textOf } from '../fengari/text.js';
import { forEachEntry } from '../fengari/table.js';
import type { LuaTable, TString, TValue } from '../fengari/types.js';
import type { Runtime } from '../run/runtime.js';
import { basicTypeName } from '../lib/type-name.js';
import { isList, MAX_DEPTH } from './to-js.js';
import { isNull } from './json-null.js';

interface Writer {
  runtime: Runtime;
  open: Set<LuaTable>;
  size: number;
}

/** What cannot be written as JSON. */
export class JsonError extends Error {}

/**
 * A Lua value as JSON text. The text is bounded as it grows: tables that share parts may be far smaller than their text.
 * @throws JsonError for a function, a cycle, NaN or infinity, and beyond 200 levels.
 */
export const jsonText = (runtime: Runtime, value: TValue): string => write({ runtime, open: new Set(), size: 0 }, value);

const write = (writer: Writer, value: TValue): string => {
  const text = value.type === TABLE ? writeTable(writer, value.value as LuaTable) : writeScalar(value);
  const { budget } = writer.runtime;
  budget.spend(8 + (text.length >> 4));
  writer.size += value.type === TABLE ? 2 : text.length + 1;
  if (writer.size > budget.limits.stringBytes) budget.exceed('stringBytes', 'limit_string', writer.size);
  return text;
};

const writeScalar = (value: TValue): string => {
  switch (value.type) {
    case STRING:
      return JSON.stringify(textOf(value.value as TString));
    case INTEGER:
    case BOOLEAN:
      return String(value.value);
    case FLOAT:
      if (!Number.isFinite(value.value)) throw new JsonError('a number that is infinite or NaN');
      return String(value.value);
    case NIL:
      return 'null';
    default:
      if (isNull(value)) return 'null';
      throw new JsonError(`a ${basicTypeName(value)}`);
  }
};

const writeTable = (writer: Writer, table: LuaTable): string => {
  const { open, runtime } = writer;
  if (open.has(table)) throw new JsonError('a table inside itself');
  if (open.size >= MAX_DEPTH) throw new JsonError(`a table nested deeper than ${MAX_DEPTH} levels`);
  open.add(table);
  const text = isList(runtime, table) ? writeList(writer, table) : writeObject(writer, table);
  open.delete(table);
  return text;
};

const writeList = (writer: Writer, table: LuaTable): string => `[${table.list.map((item) => write(writer, item)).join(',')}]`;

const writeObject = (writer: Writer, table: LuaTable): string => {
  const fields: string[] = [];
  forEachEntry(table, (key, value) => {
    fields.push(`${writeKey(writer, key)}:${write(writer, value)}`);
  });
  return `{${fields.join(',')}}`;
};

const writeKey = (writer: Writer, key: TValue): string => {
  if (key.type !== STRING && key.type !== INTEGER && key.type !== FLOAT) throw new JsonError(`a ${basicTypeName(key)} as a key`);
  const text = key.type === STRING ? writeScalar(key) : `"${writeScalar(key)}"`;
  writer.size += text.length + 1;
  return text;
};
