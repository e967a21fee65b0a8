import { writeJson } from '../json.js';

/** A JSON value as a TypeScript expression, objects broken over lines. */
export const typeScriptLiteral = (value: unknown, indent = ''): string => {
  const inner = (entry: unknown) => typeScriptLiteral(entry, `${indent}  `);
  return writeJson(value, {
    nothing: 'null',
    text: typeScriptString,
    list: (entries) => enclosed('[', entries.map(inner), ']', indent),
    object: (entries) =>
      enclosed(
        '{',
        entries.map(([key, entry]) => `${propertyName(key)}: ${inner(entry)}`),
        '}',
        indent,
      ),
  });
};

const enclosed = (open: string, entries: readonly string[], close: string, indent: string): string =>
  entries.length === 0
    ? open + close
    : `${open}\n${entries.map((entry) => `${indent}  ${entry},\n`).join('')}${indent}${close}`;

// `__proto__: x` would set the prototype; in brackets it is a property like any other.
const propertyName = (key: string): string =>
  key === '__proto__' ? "['__proto__']" : /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(key) ? key : typeScriptString(key);

/** A text as a string in single quotes, on one line. */
export const typeScriptString = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replace(/[\u2028\u2029]/g, lineSeparator)}'`;

/** A text as part of a template in backticks. */
export const templateText = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\r', '\\r');

const lineSeparator = (character: string): string => `\\u${character.charCodeAt(0).toString(16)}`;
