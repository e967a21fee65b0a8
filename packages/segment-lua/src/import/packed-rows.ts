import type { OpenRow } from './ledger.js';
import { type PackedTexts, packTexts, unpackTexts } from './packed-texts.js';
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

/** Rows on their way between threads, as columns, which are copied faster than rows. */
export interface PackedRows {
  readonly ids: PackedTexts;
  readonly lines: readonly number[];
  /** Those of rows that lie in another file than the row before. */
  readonly files: ReadonlyMap<number, string>;
  /** Of CSV, each row's; rows may be JSON all the same, where a failed one was fed back. */
  readonly columns: readonly (Columns | undefined)[];
  /** Of CSV the fields, of JSON the text. */
  readonly contents: readonly PackedTexts[];
}

/** Puts rows together; those that are none are left out. */
export const packRows = (rows: readonly OpenRow[]): PackedRows => {
  const ids: string[] = [];
  const lines: number[] = [];
  const contents: PackedTexts[] = [];
  const files = new Map<number, string>();
  const columns: (Columns | undefined)[] = [];
  let last: string | undefined;
  for (const { id, line, file, content } of rows) {
    if ('text' in content) continue;
    if (file !== last) files.set(ids.length, (last = file));
    ids.push(id);
    lines.push(line);
    columns.push('json' in content ? undefined : content.columns);
    contents.push('json' in content ? content.json : packTexts(content.fields));
  }
  return { ids: packTexts(ids), lines, files, contents, columns };
};

/** Takes rows out again, in their order. */
export const unpackRows = ({ ids, lines, files, columns, contents }: PackedRows): readonly RowToMap[] => {
  let file = '';
  return unpackTexts(ids).map((id, at) => {
    file = files.get(at) ?? file;
    const shape = columns[at];
    const content = contents[at] as PackedTexts;
    return {
      id,
      line: lines[at] as number,
      file,
      content: shape ? { columns: shape, fields: unpackTexts(content) } : { json: content as string },
    };
  });
};
