import { type Field, flattenFields } from '../field.js';
import { codeSpan, inlineText } from './text.js';

/** A Markdown table, whose cells hold Markdown already. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `|${head.map((cell) => '-'.repeat(cell.length + 2)).join('|')}|`, ...rows.map(row)].join('\n');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Parameters, a row each. */
export const parameterTable = (fields: readonly Field[]): string => fieldTable('Required', fields, requirement);

/** Parameters and the fields inside them, a row each. */
export const nestedParameterTable = (fields: readonly Field[]): string =>
  fieldTable('Required', flatten(fields), ({ unless, required }) =>
    unless === undefined ? requirement({ required }) : `yes, or ${codeSpan(unless)}`,
  );

/** The fields of a result, a row each. */
export const resultTable = (fields: readonly Field[]): string =>
  fieldTable('Always there', flatten(fields), requirement);

const flatten = (fields: readonly Field[]): Field[] =>
  flattenFields(fields).map((field) => ({ ...field, name: field.path }));

const requirement = ({ required }: Pick<Field, 'required'>): string => (required ? 'yes' : 'no');

const fieldTable = (requiredHead: string, fields: readonly Field[], required: (field: Field) => string): string =>
  fields.length === 0
    ? 'None.'
    : table(
        ['Name', 'Type', requiredHead, 'Description'],
        fields.map((field) => [
          cellCode(field.name),
          inlineText(field.type),
          required(field),
          inlineText(field.description),
        ]),
      );

// GFM splits a row at every bare pipe, also inside a code span.
const cellCode = (text: string): string => codeSpan(text).replaceAll('|', '\\|');
