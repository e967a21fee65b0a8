import { ByteBuffer } from '../../vm/native/byte-buffer.js';
import type { Runtime } from '../../vm/state/lua-state.js';
import { elementAt, forEachEntry, isList, MAX_DEPTH } from '../../vm/tables/table.js';
import { countElements } from '../../vm/values/items.js';
import { isNull } from '../../vm/values/json-null.js';
import type { LuaString } from '../../vm/values/string.js';
import type { LuaTable } from '../../vm/values/table.js';
import { BOOLEAN, FLOAT, INTEGER, nameOfKind, NIL, STRING, TABLE } from '../../vm/values/tags.js';
import { textOf } from '../../vm/values/text.js';
import type { Value } from '../../vm/values/value.js';

/** What cannot be written as JSON. */
export class JsonError extends Error {}

/**
 * A Lua value as JSON text in UTF-8. The text is bounded as it grows: tables that share parts may be far smaller than
 * their text.
 * @throws JsonError for a function, a cycle, NaN or infinity, and beyond 200 levels.
 */
export const writeJson = (runtime: Runtime, value: Value): LuaString => {
  const out = new ByteBuffer(runtime.budget);
  write({ runtime, open: new Set(), out }, value);
  return out.take();
};

interface Writer {
  runtime: Runtime;
  open: Set<LuaTable>;
  out: ByteBuffer;
}

const write = (writer: Writer, value: Value): void => {
  writer.runtime.budget.spend(8);
  if (value.type === TABLE) writeTable(writer, value.value as LuaTable);
  else writer.out.addText(writeScalar(writer, value));
};

const writeScalar = ({ runtime }: Writer, value: Value): string => {
  switch (value.type) {
    case STRING:
      return quote(runtime, value.value as LuaString);
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
      throw new JsonError(`a ${nameOfKind(value.type)}`);
  }
};

const quote = ({ budget }: Runtime, string: LuaString): string => {
  const { length } = string;
  budget.spend(length >> 4);
  if (length >= 64) budget.allocate(length * 2);
  return JSON.stringify(textOf(string));
};

const writeTable = (writer: Writer, table: LuaTable): void => {
  const { open, runtime } = writer;
  if (open.has(table)) throw new JsonError('a table inside itself');
  if (open.size >= MAX_DEPTH) throw new JsonError(`a table nested deeper than ${MAX_DEPTH} levels`);
  open.add(table);
  if (isList(runtime, table)) writeList(writer, table);
  else writeObject(writer, table);
  open.delete(table);
};

const writeList = (writer: Writer, table: LuaTable): void => {
  const { out } = writer;
  out.addLatin1('[');
  for (let i = 0; i < countElements(table); i++) {
    if (i > 0) out.addLatin1(',');
    write(writer, elementAt(table, i));
  }
  out.addLatin1(']');
};

const writeObject = (writer: Writer, table: LuaTable): void => {
  const { out } = writer;
  let separator = '{';
  forEachEntry(table, (key, value) => {
    out.addLatin1(separator);
    separator = ',';
    out.addText(writeKey(writer, key));
    out.addLatin1(':');
    write(writer, value);
  });
  out.addLatin1(separator === '{' ? '{}' : '}');
};

const writeKey = (writer: Writer, key: Value): string => {
  if (key.type === STRING) return writeScalar(writer, key);
  if (key.type === INTEGER || key.type === FLOAT) return `"${writeScalar(writer, key)}"`;
  throw new JsonError(`a ${nameOfKind(key.type)} as a key`);
};
