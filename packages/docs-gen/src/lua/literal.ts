import { isLuaIdentifier } from '../reference/names.js';
import { writeJson } from '../reference/write-json.js';

/**
 * A JSON value as a Lua expression, tables broken over lines.
 * `null` is written `json.null` and an empty list `json.array({})`: an empty Lua table alone is an object.
 * @param indent What the line the value starts on is indented by.
 */
export const writeLuaLiteral = (value: unknown, indent = ''): string => {
  const inner = (entry: unknown) => writeLuaLiteral(entry, `${indent}  `);
  return writeJson(value, {
    nothing: 'json.null',
    text: writeLuaString,
    list: (entries) => (entries.length === 0 ? 'json.array({})' : writeBraces(entries.map(inner), indent)),
    object: (entries) =>
      writeBraces(
        entries.map(([key, entry]) => `${writeLuaKey(key)} = ${inner(entry)}`),
        indent,
      ),
  });
};

const writeBraces = (entries: readonly string[], indent: string): string =>
  entries.length === 0 ? '{}' : `{\n${entries.map((entry) => `${indent}  ${entry}`).join(',\n')}\n${indent}}`;

/** A key in a table: bare, or in brackets where Lua does not take it so. */
export const writeLuaKey = (key: string): string => (isLuaIdentifier(key) ? key : `[${writeLuaString(key)}]`);

/** What follows a table to read a field of it: `.name`, or `["end"]`. */
export const writeLuaAccess = (key: string): string => (isLuaIdentifier(key) ? `.${key}` : writeLuaKey(key));

/** A text as a Lua string in double quotes, on one line. */
export const writeLuaString = (text: string): string => `"${text.replace(/["\\]|\p{Cc}/gu, escapeCharacter)}"`;

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

// Lua reads \ddd as a byte, so only ASCII is written that way; the C1 controls go out as they are.
const escapeCharacter = (character: string): string =>
  ESCAPES[character] ?? (character <= '\x7f' ? `\\${String(character.charCodeAt(0)).padStart(3, '0')}` : character);
