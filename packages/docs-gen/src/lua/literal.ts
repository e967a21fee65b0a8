import { writeJson } from '../json.js';
import { isLuaIdentifier } from './name.js';

/**
 * A JSON value as a Lua expression, tables broken over lines.
 * `null` is written `json.null` and an empty list `json.array({})`: an empty Lua table alone is an object.
 * @param indent What the line the value starts on is indented by.
 */
export const luaLiteral = (value: unknown, indent = ''): string => {
  const inner = (entry: unknown) => luaLiteral(entry, `${indent}  `);
  return writeJson(value, {
    nothing: 'json.null',
    text: luaString,
    list: (entries) => (entries.length === 0 ? 'json.array({})' : braces(entries.map(inner), indent)),
    object: (entries) =>
      braces(
        entries.map(([key, entry]) => `${luaKey(key)} = ${inner(entry)}`),
        indent,
      ),
  });
};

const braces = (entries: readonly string[], indent: string): string =>
  entries.length === 0 ? '{}' : `{\n${entries.map((entry) => `${indent}  ${entry}`).join(',\n')}\n${indent}}`;

const luaKey = (key: string): string => (isLuaIdentifier(key) ? key : `[${luaString(key)}]`);

/** A text as a Lua string in double quotes, on one line. */
export const luaString = (text: string): string => `"${text.replace(/["\\]|\p{Cc}/gu, escapeCharacter)}"`;

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

// Lua reads \ddd as a byte, so only ASCII is written that way; the C1 controls go out as they are.
const escapeCharacter = (character: string): string =>
  escapes[character] ?? (character <= '\x7f' ? `\\${String(character.charCodeAt(0)).padStart(3, '0')}` : character);
