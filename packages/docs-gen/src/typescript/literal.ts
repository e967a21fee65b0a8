import { writeJson } from '../reference/write-json.js';

/** A JSON value as a TypeScript expression, objects broken over lines. */
export const writeTypeScriptLiteral = (value: unknown, indent = ''): string => {
  const inner = (entry: unknown) => writeTypeScriptLiteral(entry, `${indent}  `);
  return writeJson(value, {
    nothing: 'null',
    text: writeTypeScriptString,
    list: (entries) => enclose('[', entries.map(inner), ']', indent),
    object: (entries) =>
      enclose(
        '{',
        entries.map(([key, entry]) => `${writePropertyName(key)}: ${inner(entry)}`),
        '}',
        indent,
      ),
  });
};

const enclose = (open: string, entries: readonly string[], close: string, indent: string): string =>
  entries.length === 0
    ? open + close
    : `${open}\n${entries.map((entry) => `${indent}  ${entry},\n`).join('')}${indent}${close}`;

// `__proto__: x` would set the prototype; in brackets it is a property like any other.
const writePropertyName = (key: string): string =>
  key === '__proto__' ? "['__proto__']" : /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(key) ? key : writeTypeScriptString(key);

/** A text as a string in single quotes, on one line. */
export const writeTypeScriptString = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replace(/[\u2028\u2029]/g, LINE_SEPARATOR)}'`;

/** A text as part of a template in backticks. */
export const writeTemplateText = (text: string): string =>
  text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\r', '\\r');

const LINE_SEPARATOR = (character: string): string => `\\u${character.charCodeAt(0).toString(16)}`;
