import type { Completion, CompletionField, JsonSchema, McpTool, SchemaDocument } from '@moonwire/docs-gen';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { words } from './expected.js';
import type { ReadField, ReadFunction } from './read-function.js';

/** A validator that refuses keywords outside the standard. */
export const validator = new Ajv2020({
  strict: true,
  strictRequired: false,
  strictTypes: false,
  formats: { 'date-time': true },
});

/** The functions of the JSON Schema document, which must compile. */
export const readSchemaDocument = (document: SchemaDocument): ReadFunction[] => {
  validator.compile(document);
  return (document.oneOf ?? []).map(({ description = '', properties }) => {
    const name = String(properties?.['name']?.const);
    const output = document.$defs[`${name}.output`];
    return {
      name,
      summary: description,
      parameters: readSchema(document.$defs[`${name}.input`] ?? {}, ''),
      ...(output ? { results: readSchema(output, '') } : {}),
      code: [],
    };
  });
};

/** The functions of an MCP tool list, whose schemas must compile. */
export const readTools = (tools: readonly McpTool[]): ReadFunction[] =>
  tools.map(({ name, description, inputSchema, outputSchema }) => {
    for (const schema of [inputSchema, outputSchema]) if (schema) validator.compile(schema);
    return {
      name,
      summary: description,
      parameters: readSchema(inputSchema, ''),
      ...(outputSchema ? { results: readSchema(outputSchema, '') } : {}),
      code: [],
    };
  });

const readSchema = (schema: JsonSchema, parent: string): ReadField[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = parent + name;
    const field = {
      path,
      type: words(property),
      required: requirement(schema, name),
      description: property.description ?? '',
    };
    return [
      field,
      ...readSchema(property, `${path}.`),
      ...(property.items ? readSchema(property.items, `${path}[].`) : []),
    ];
  });

const requirement = (schema: JsonSchema, name: string): string => {
  if (schema.required?.includes(name)) return 'yes';
  return schema.then?.required?.includes(name) ? `yes, or ${schema.if?.not?.required?.join()}` : 'no';
};

/** The functions of the completion data. */
export const readCompletion = ({ functions }: Completion): ReadFunction[] =>
  functions.map(({ name, summary, parameters, options, results, examples }) => ({
    name,
    summary,
    parameters: readFields([...parameters, ...options], ''),
    ...(results.length === 0 ? {} : { results: readFields(results, '') }),
    code: examples.map(({ code }) => code),
  }));

const readFields = (fields: readonly CompletionField[], parent: string): ReadField[] =>
  fields.flatMap(({ name, type, required, unless, description, fields: inner }) => {
    const path = parent + name;
    const requirementText = required ? (unless === undefined ? 'yes' : `yes, or ${unless}`) : 'no';
    return [
      { path, type, required: requirementText, description },
      ...readFields(inner, type.endsWith('[]') ? `${path}[].` : `${path}.`),
    ];
  });
