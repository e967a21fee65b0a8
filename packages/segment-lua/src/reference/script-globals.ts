import type { DescribedFunction, DescribedValue } from '@moonwire/lua-bridge/library';

import { ownGlobals } from './guides/libraries-guide.js';

/** What Lua has itself, as the language server knows it. */
const KNOWN: ReadonlySet<string> = new Set(['require']);

const writeFunction = ({ name, summary, parameters, returns, overload }: DescribedFunction): string =>
  [
    `---${summary}`,
    ...(overload === undefined ? [] : [`---@overload ${overload}`]),
    ...parameters.map((one) => `---@param ${one.name}${one.optional ? '?' : ''} ${one.type}`),
    ...returns.map((one) => `---@return ${one.type} ${one.name}`),
    `function ${name}(${parameters.map((one) => one.name).join(', ')}) end`,
  ].join('\n');

const writeValue = ({ name, type, summary }: DescribedValue): string => `---${summary}\n---@type ${type}\n${name} = {}`;

/** A library, with the values in it as its fields. */
const writeLibrary = (name: string): string => {
  const fields = ownGlobals.flatMap((one) =>
    one.kind === 'value' && one.name.startsWith(`${name}.`)
      ? [`---${one.summary}`, `---@field ${one.name.slice(name.length + 1)} ${one.type}`]
      : [],
  );
  return [`---@class ${name}`, ...fields, `${name} = {}`].join('\n');
};

const libraries = new Set(ownGlobals.flatMap(({ name }) => (name.includes('.') ? [name.split('.', 1)[0] ?? ''] : [])));

/** What scripts find beside Segment's functions and Lua's library, for editors. */
export const scriptGlobals = [
  ...[...libraries].map(writeLibrary),
  ...ownGlobals.flatMap((one) => {
    if (KNOWN.has(one.name)) return [];
    if (one.kind === 'function') return [writeFunction(one)];
    return one.name.includes('.') ? [] : [writeValue(one)];
  }),
].join('\n\n');
