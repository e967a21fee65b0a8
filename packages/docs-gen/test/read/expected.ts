import type { JsonSchema, Reference, ReferenceOperation } from '@moonwire/docs-gen';

import { plain } from '../plain.js';
import type { ReadField, ReadFunction } from './read-function.js';

/** What a target undertakes to show. */
export interface Shows {
  readonly group?: 'core';
  /** `'flat'`: without the fields inside fields, and without what may stand in for a required one. */
  readonly parameters: 'flat' | 'nested';
  readonly options: 'yes' | 'no';
  /** Under which names. */
  readonly results?: 'lua' | 'typescript';
}

/** What reading a target back should give, straight from the operations. */
export const expected = (reference: Reference, shows: Shows): Omit<ReadFunction, 'code'>[] =>
  reference.operations
    .filter(({ group }) => shows.group === undefined || (group ?? 'core') === shows.group)
    .map((operation) => ({
      name: operation.name,
      summary: plain(operation.summary),
      parameters: parameters(operation, shows),
      ...(shows.results && operation.output
        ? { results: walk(operation.output, shows.results === 'lua' ? snake : same, '') }
        : {}),
    }));

const parameters = ({ input, options }: ReferenceOperation, shows: Shows): ReadField[] => {
  const fields = [...walk(input, same, ''), ...(shows.options === 'yes' && options ? walk(options, same, '') : [])];
  return shows.parameters === 'nested'
    ? fields
    : fields
        .filter(({ path }) => !path.includes('.'))
        .map((field) => ({ ...field, required: field.required.replace(/,.*/, '') }));
};

const walk = (schema: JsonSchema, rename: (name: string) => string, parent: string): ReadField[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = parent + rename(name);
    const unless = property['x-unless'];
    const required = schema.required?.includes(name) ? (unless === undefined ? 'yes' : `yes, or ${unless}`) : 'no';
    const field = { path, type: words(property), required, description: plain(property.description ?? '') };
    return [
      field,
      ...walk(property, rename, `${path}.`),
      ...(property.items ? walk(property.items, rename, `${path}[].`) : []),
    ];
  });

/** A schema's type in the words the references use. */
export const words = (schema: JsonSchema): string => {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.type === 'array') return `${words(schema.items ?? {})}[]`;
  return typeof schema.type === 'string' ? schema.type : 'any';
};

const same = (name: string): string => name;
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
