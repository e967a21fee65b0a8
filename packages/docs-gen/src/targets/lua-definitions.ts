import type { Field } from '../field.js';
import { type FunctionDoc, functionsOf } from '../function-doc.js';
import { renderLuaExample } from '../lua/example.js';
import { luaString } from '../lua/literal.js';
import { isLuaIdentifier } from '../lua/name.js';
import { luaType } from '../lua/type.js';
import { codeBlock, inlineText } from '../markdown/text.js';
import type { Reference } from '../reference.js';
import { safeId } from '../safe-id.js';
import { fileStem } from '../target.js';

/**
 * Definitions for the Lua language server, which then completes, explains and checks scripts:
 * a class for every function's parameters and result, and one namespace per account.
 */
export const renderLuaDefinitions = (reference: Reference): string => {
  const library = fileStem(reference);
  const table = functionTable(reference);
  const docs = functionsOf(reference);
  const blocks = [
    ['---@meta'],
    ...docs.flatMap((fn) => [
      ...classes(`${library}.${fn.name}.Parameters`, [...fn.parameters, ...fn.options]),
      ...(fn.results.length > 0 ? classes(`${library}.${fn.name}.Result`, fn.results) : []),
    ]),
    [`---@class ${library}.Functions`, `local ${table} = {}`],
    ...docs.map((fn) => functionBlock(reference, library, table, fn)),
    namespaceClass(reference, library),
    [...parents(reference.namespace), `---@type ${library}`, `${reference.namespace} = ${table}`],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

const classes = (name: string, fields: readonly Field[]): string[][] => [
  ...fields
    .filter((field) => field.fields.length > 0)
    .flatMap((field) => classes(innerClass(name, field), field.fields)),
  [`---@class (exact) ${name}`, ...fields.flatMap((field) => fieldLines(name, field))],
];

const innerClass = (name: string, field: Field): string => `${name}.${safeId(field.name)}`;

const fieldLines = (className: string, field: Field): string[] => {
  const key = isLuaIdentifier(field.name) ? field.name : `[${luaString(field.name)}]`;
  const optional = field.required && field.unless === undefined ? '' : '?';
  return [
    ...doc(inlineText(field.description)),
    ...(field.unless === undefined ? [] : doc(`Required unless ${inlineText(field.unless)} is given.`)),
    `---@field ${key}${optional} ${luaType(field, innerClass(className, field))}`,
  ];
};

// A local of the namespace's own name would hide the global it is about to define.
const functionTable = ({ namespace }: Reference): string => `${namespace.split('.').join('_')}_functions`;

const functionBlock = (reference: Reference, library: string, table: string, fn: FunctionDoc): string[] => [
  ...doc(inlineText(fn.summary)),
  ...fn.examples.flatMap((example) => ['---', ...doc(codeBlock('lua', renderLuaExample(reference, fn, example)))]),
  `---@param parameters ${library}.${fn.name}.Parameters`,
  ...(fn.results.length > 0 ? [`---@return ${library}.${fn.name}.Result result`] : []),
  `function ${table}.${fn.name}(parameters) end`,
];

const namespaceClass = ({ accounts }: Reference, library: string): string[] => [
  `---@class ${library} : ${library}.Functions`,
  ...(accounts ? ['default', ...accounts.names] : []).map((name) => `---@field ${name} ${library}.Functions`),
];

const doc = (text: string): string[] => (text === '' ? [] : text.split('\n').map((line) => `---${line}`));

const parents = (namespace: string): string[] => {
  const parts = namespace.split('.').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('.')).map((path) => `${path} = ${path} or {}`);
};
