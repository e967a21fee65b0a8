import { type Field, flattenFields } from '../reference/field.js';
import { writeCodeSpan, writeText } from './text.js';

/** A Markdown table, whose cells hold Markdown already. */
const writeTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [writeRow(head), `|${head.map((cell) => '-'.repeat(cell.length + 2)).join('|')}|`, ...rows.map(writeRow)].join('\n');

const writeRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Parameters, a row each. */
export const writeParameters = (fields: readonly Field[]): string => writeFields('Required', fields, sayRequired);

/** Parameters and the fields inside them, a row each. */
export const writeNestedParameters = (fields: readonly Field[]): string =>
  writeFields('Required', flatten(fields), ({ unless, required }) =>
    unless === undefined ? sayRequired({ required }) : `yes, or ${writeCodeSpan(unless)}`,
  );

/** The fields of a result, a row each. */
export const writeResults = (fields: readonly Field[]): string =>
  writeFields('Always there', flatten(fields), sayRequired);

const flatten = (fields: readonly Field[]): Field[] =>
  flattenFields(fields).map((field) => ({ ...field, name: field.path }));

const sayRequired = ({ required }: Pick<Field, 'required'>): string => (required ? 'yes' : 'no');

const writeFields = (requiredHead: string, fields: readonly Field[], required: (field: Field) => string): string =>
  fields.length === 0
    ? 'None.'
    : writeTable(
        ['Name', 'Type', requiredHead, 'Description'],
        fields.map((field) => [
          writeCellCode(field.name),
          writeText(field.type),
          required(field),
          writeText(field.description),
        ]),
      );

// In a code span of a cell there is no safe way to write a pipe (GFM splits rows at them), nor a line break.
const writeCellCode = (text: string): string =>
  /[|\n\r\u2028\u2029]/.test(text) ? writeText(text) : writeCodeSpan(text);
