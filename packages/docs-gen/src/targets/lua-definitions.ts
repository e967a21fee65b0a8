import { renderLuaExample } from '../lua/example.js';
import { writeLuaKey, writeLuaString } from '../lua/literal.js';
import { writeCodeBlock, writeText } from '../markdown/text.js';
import { type EventDoc, eventsOf } from '../reference/event-doc.js';
import { type Field, isMap, nameType } from '../reference/field.js';
import { type FunctionDoc, functionsOf } from '../reference/function-doc.js';
import { groupsOf } from '../reference/group-doc.js';
import type { JsonSchema } from '../reference/json-schema.js';
import { nameFiles, toSafeId } from '../reference/names.js';
import type { Reference } from '../reference/reference.js';

/**
 * Definitions for the Lua language server, which then completes, explains and checks scripts:
 * a class for every function's parameters and result, and one namespace per account.
 */
export const renderLuaDefinitions = (reference: Reference): string => {
  const library = nameFiles(reference);
  const table = nameFunctionTable(reference);
  const docs = [...functionsOf(reference), ...groupsOf(reference).flatMap(({ functions }) => functions)];
  const blocks = [
    ['---@meta', '---@diagnostic disable: lowercase-global'],
    ...writeFailure(reference, library),
    ...docs.flatMap((fn) => [
      ...writeClasses(`${library}.${fn.name}.Parameters`, [...fn.parameters, ...fn.options]),
      ...(fn.results.length > 0 ? writeResult(reference, library, fn) : []),
    ]),
    ...eventsOf(reference).flatMap((event) => writeEventClasses(library, docs, event)),
    [`---@class ${library}.Functions`, `local ${table} = {}`],
    ...docs.map((fn) => writeFunction(reference, library, table, fn)),
    writeNamespaceClass(reference, library),
    [
      ...writeParents(reference.namespace),
      `---@type ${library}`,
      `${reference.namespace} = ${table} --[[@as ${library}]]`,
    ],
    ...(reference.definitions === undefined ? [] : [[reference.definitions.trim()]]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

/** What `pcall` gives in the place of a result; a language server takes it for the result itself. */
const writeFailure = ({ errors = [] }: Reference, library: string): string[][] =>
  errors.length === 0
    ? []
    : [
        [
          `---@class ${library}.Failure`,
          ...['code', 'message', 'kind', 'field', 'suggestion'].map((name) => `---@field ${name}? string`),
        ],
      ];

const writeResult = ({ errors = [] }: Reference, library: string, { name, results }: FunctionDoc): string[][] => {
  const classes = writeClasses(`${library}.${name}.Result`, results);
  const [head = '', ...fields] = classes.pop() ?? [];
  return [...classes, [errors.length === 0 ? head : `${head} : ${library}.Failure`, ...fields]];
};

const writeClasses = (name: string, fields: readonly Field[]): string[][] => [
  ...fields
    .filter((field) => field.fields.length > 0)
    .flatMap((field) => writeClasses(nameInnerClass(name, field), field.fields)),
  [`---@class (exact) ${name}`, ...fields.flatMap((field) => writeField(name, field))],
];

const nameInnerClass = (name: string, field: Field): string => `${name}.${toSafeId(field.name)}`;

const writeField = (className: string, field: Field): string[] => {
  const key = writeLuaKey(field.name);
  const optional = field.required && field.unless === undefined ? '' : '?';
  return [
    ...writeDoc(writeText(field.description)),
    ...(field.unless === undefined ? [] : writeDoc(`Required unless ${writeText(field.unless)} is given.`)),
    `---@field ${key}${optional} ${writeLuaType(field, nameInnerClass(className, field))}`,
  ];
};

// A local of the namespace's own name would hide the global it is about to define.
const nameFunctionTable = ({ namespace }: Reference): string => `${namespace.split('.').join('_')}_functions`;

const writeFunction = (reference: Reference, library: string, table: string, fn: FunctionDoc): string[] => [
  ...writeDoc(writeText(fn.summary)),
  ...fn.examples.flatMap((example) => [
    '---',
    ...writeDoc(writeCodeBlock('lua', renderLuaExample(reference, fn, example))),
  ]),
  `---@param parameters${isNeeded(fn) ? '' : '?'} ${nameParameters(reference, library, fn)}`,
  ...(fn.results.length > 0 ? [`---@return ${library}.${fn.name}.Result result`] : []),
  `function ${table}.${fn.name}(parameters) end`,
];

/** Without parameters that are needed, a function may be called with nothing. */
const isNeeded = ({ parameters }: FunctionDoc): boolean => parameters.some(({ required }) => required);

/** What a function takes: one of the events that are agreed upon, where there are any. */
const nameParameters = (reference: Reference, library: string, { name }: FunctionDoc): string => {
  const events = eventsOf(reference).filter(({ operation }) => operation === name);
  return events.length === 0
    ? `${library}.${name}.Parameters`
    : events.map((event) => nameEventClass(library, event)).join('|');
};

const nameEventClass = (library: string, { page }: EventDoc): string => `${library}.event.${toSafeId(page)}`;

/** The parameters of a function as they are for one event: which values are fixed, and what the event holds. */
const writeEventClasses = (library: string, docs: readonly FunctionDoc[], event: EventDoc): string[][] => {
  const name = nameEventClass(library, event);
  const fn = docs.find((one) => one.name === event.operation);
  const held = `${name}.${toSafeId(event.part)}`;
  const fields = [...(fn?.parameters ?? []), ...(fn?.options ?? [])];
  return [
    ...(event.fields.length > 0 ? writeClasses(held, event.fields) : []),
    [
      `---@class (exact) ${name}`,
      ...fields.flatMap((field) => {
        const fixed = event.fixed[field.name];
        if (fixed !== undefined) return [`---@field ${writeLuaKey(field.name)} ${writeLuaString(fixed)}`];
        if (field.name !== event.part || event.fields.length === 0) return writeField(name, field);
        return [`---@field ${writeLuaKey(field.name)}${event.required ? '' : '?'} ${held}`];
      }),
    ],
  ];
};

const writeNamespaceClass = ({ accounts }: Reference, library: string): string[] => [
  `---@class ${library} : ${library}.Functions`,
  ...(accounts ? ['default', ...accounts.names] : []).map((name) => `---@field ${name} ${library}.Functions`),
];

const writeDoc = (text: string): string[] => (text === '' ? [] : text.split('\n').map((line) => `---${line}`));

const writeParents = (namespace: string): string[] => {
  const parts = namespace.split('.').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('.')).map((path) => `${path} = ${path} or {}`);
};

const NAMES: Readonly<Record<string, string>> = { object: 'table<string, any>', null: 'nil' };

/**
 * A field's type in LuaLS annotations.
 * @param className What the field's inner fields are declared as, if it has any.
 */
const writeLuaType = ({ schema, fields }: Field, className: string): string => {
  if (fields.length > 0) return writeClassType(schema, className);
  return nameType(schema, (type) => NAMES[type] ?? type).replaceAll(' | ', '|');
};

const writeClassType = (schema: JsonSchema, className: string): string => {
  if (schema.type === 'array') return `${className}[]`;
  if (schema.type === 'object') return isMap({ schema }) ? `table<string, ${className}>` : className;
  const others = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'object');
  return [className, ...others.map((choice) => nameType(choice, (type) => NAMES[type] ?? type))].join('|');
};
