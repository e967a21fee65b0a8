import { isObject, type SchemaObject } from '../json-schema/check.js';
import { isClosed } from '../unplanned.js';

/** A schema as a type of TypeScript; what a type cannot say is left to the check of the plan. */
export const writeType = (schema: unknown, indent = ''): string => {
  if (schema === false) return 'never';
  if (!isObject(schema)) return 'unknown';
  const combined = writeCombination(schema, indent);
  const own = writeOwn(schema, indent);
  if (combined === undefined) return own ?? 'unknown';
  return own === undefined ? combined : `(${own}) & (${combined})`;
};

/** What the keywords beside combinations say; nothing if they say nothing of the type. */
const writeOwn = (schema: SchemaObject, indent: string): string | undefined => {
  if ('const' in schema) return writeLiteral(schema.const);
  if (Array.isArray(schema.enum)) return join(schema.enum.map(writeLiteral), ' | ');
  const given = [schema.type].flat().filter((type) => typeof type === 'string');
  const types = given.length > 0 ? given : guessTypes(schema);
  return types.length === 0
    ? undefined
    : join(
        types.map((type) => writeNamed(type, schema, indent)),
        ' | ',
      );
};

/** A schema that speaks of members or items is about objects or lists. */
const guessTypes = (schema: SchemaObject): string[] => {
  if (isObject(schema.properties)) return ['object'];
  return schema.items === undefined ? [] : ['array'];
};

const writeNamed = (type: string, schema: SchemaObject, indent: string): string => {
  if (type === 'object') return writeObject(schema, indent);
  if (type === 'array') return writeArray(schema.items, indent);
  if (type === 'string') return schema.format === 'date-time' ? 'string | Date' : 'string';
  if (type === 'integer') return 'number';
  return ['number', 'boolean', 'null'].includes(type) ? type : 'unknown';
};

const writeArray = (items: unknown, indent: string): string => {
  // A list of one schema is how Segment writes the items of a list.
  const list: readonly unknown[] | undefined = Array.isArray(items) ? items : undefined;
  const inner = list ? (list.length === 1 ? list[0] : undefined) : items;
  return `readonly (${writeType(inner, indent)})[]`;
};

const COMBINATIONS = [
  ['anyOf', ' | '],
  ['oneOf', ' | '],
  ['allOf', ' & '],
] as const;

const writeCombination = (schema: SchemaObject, indent: string): string | undefined => {
  const parts = COMBINATIONS.flatMap(([keyword, sign]) => {
    const given = schema[keyword];
    return Array.isArray(given) && given.length > 0
      ? [
          `(${join(
            given.map((one) => `(${writeType(one, indent)})`),
            sign,
          )})`,
        ]
      : [];
  });
  return parts.length === 0 ? undefined : parts.join(' & ');
};

/** An object with its members, one a line, each with what is said about it. */
export const writeObject = (schema: SchemaObject, indent = ''): string => {
  const members = Object.entries(isObject(schema.properties) ? schema.properties : {});
  const isOpen = !isClosed(schema) && schema.additionalProperties !== false;
  if (members.length === 0) return '{ readonly [name: string]: unknown }';
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const inner = `${indent}  `;
  const lines = members.flatMap(([name, member]) => [
    ...writeComment(describeMember(member), inner),
    `${inner}readonly ${writeName(name)}${required.includes(name) ? '' : '?'}: ${writeMember(member, required.includes(name), inner)};`,
  ]);
  return ['{', ...lines, ...(isOpen ? [`${inner}readonly [name: string]: unknown;`] : []), `${indent}}`].join('\n');
};

const writeMember = (member: unknown, isRequired: boolean, indent: string): string =>
  `${writeType(member, indent)}${isRequired ? '' : ' | undefined'}`;

/** What a person should know of a member: its description, and what its type does not say. */
const describeMember = (member: unknown): readonly string[] => {
  if (!isObject(member)) return [];
  const { description, pattern } = member;
  return [
    ...(typeof description === 'string' && description !== '' ? [description] : []),
    ...(typeof pattern === 'string' ? [`Pattern: ${pattern}`] : []),
  ];
};

/** A comment for editors; whatever the text is, it stays inside. */
export const writeComment = (texts: readonly string[], indent = ''): string[] => {
  const lines = texts.flatMap((text) => text.split(/\r\n|[\r\n\u2028\u2029]/)).map((line) => line.trimEnd());
  if (lines.every((line) => line === '')) return [];
  const safe = lines.map((line) => line.replaceAll('*/', '*\\/').replaceAll(/\p{Cc}/gu, ' '));
  return safe.length === 1
    ? [`${indent}/** ${safe[0]} */`]
    : [`${indent}/**`, ...safe.map((line) => `${indent} *${line && ` ${line}`}`), `${indent} */`];
};

/** A name as a member of a type. */
export const writeName = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : writeText(name));

/** A text between quotes; line ends that JSON leaves as they are are escaped, too. */
const writeText = (text: string): string =>
  JSON.stringify(text).replaceAll(/[\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16)}`);

const writeLiteral = (value: unknown): string => {
  if (typeof value === 'string') return writeText(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  return 'unknown';
};

const join = (types: readonly string[], sign: string): string => {
  const distinct = [...new Set(types)];
  return distinct.length === 0 ? 'never' : distinct.join(sign);
};
