import type { OpenRow } from './ledger.js';
import type { Columns, RowContent } from './read-row.js';

/** A row on its way through the map. */
export interface RowToMap {
  /** Message ids are made of it. */
  readonly id: string;
  /** The line it begins in, counted from 1. */
  readonly line: number;
  /** The file it is in. */
  readonly file: string;
  readonly content: RowContent;
}

/**
 * Rows on their way between threads, as lists: a copy costs by the number of things more than by their length. A row of
 * CSV is one text, unless its fields hold what would separate them.
 */
export interface PackedRows {
  readonly ids: readonly string[];
  readonly lines: readonly number[];
  readonly files: readonly string[];
  /** Of CSV, each row's; rows may be JSON all the same, where a failed one was fed back. */
  readonly columns: readonly (Columns | undefined)[];
  readonly contents: readonly (string | readonly string[] | { readonly json: string })[];
}

const SEPARATOR = '\0';

/** Puts rows together; those that are none are left out. */
export const packRows = (rows: readonly OpenRow[]): PackedRows => {
  const ids: string[] = [];
  const lines: number[] = [];
  const contents: PackedRows['contents'][number][] = [];
  const files: string[] = [];
  const columns: (Columns | undefined)[] = [];
  for (const { id, line, file, content } of rows) {
    if ('text' in content) continue;
    ids.push(id);
    lines.push(line);
    files.push(file);
    columns.push('json' in content ? undefined : content.columns);
    contents.push('json' in content ? content : packFields(content.fields));
  }
  return { ids, lines, files, contents, columns };
};

/** Takes a row out again. @param at Counted from 0. */
export const unpackRow = ({ ids, lines, files, columns, contents }: PackedRows, at: number): RowToMap => {
  const content = contents[at] as PackedRows['contents'][number];
  return {
    id: ids[at] as string,
    line: lines[at] as number,
    file: files[at] as string,
    content:
      typeof content === 'object' && 'json' in content
        ? content
        : {
            columns: columns[at] as Columns,
            fields: typeof content === 'string' ? content.split(SEPARATOR) : content,
          },
  };
};

const packFields = (fields: readonly string[]): string | readonly string[] =>
  fields.some((field) => field.includes(SEPARATOR)) ? fields : fields.join(SEPARATOR);
