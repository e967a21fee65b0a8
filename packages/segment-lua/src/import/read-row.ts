/** The columns of a CSV file. */
export interface Columns {
  readonly names: readonly string[];
}

/** A row of CSV: a text for each column. */
export interface FieldsContent {
  readonly columns: Columns;
  readonly fields: readonly string[];
}

/** A row of JSON, as it was written; what is wrong with it shows when it is parsed. */
export interface JsonContent {
  readonly json: string;
}

/** What a row holds. */
export type RowContent = FieldsContent | JsonContent;

/** A row that was read, or a part of the input that is no row. */
export type ReadRow = {
  /** The line it begins in, counted from 1. */
  readonly line: number;
  /** The file it is in, where there are several. */
  readonly file?: string;
} & ({ readonly content: RowContent } | { readonly text: string; readonly fault: string });

/** What could be read of a piece of text. */
export interface RowsRead {
  readonly rows: readonly ReadRow[];
  /** Where in the text the first row begins that was not read, because its end is not in the text. */
  readonly rest: number;
  /** Why nothing can be read from there on, though there is more. */
  readonly broken?: string;
}

/** Reads rows from a text that comes in pieces. */
export interface RowReader {
  /**
   * @param text What was left over from the last piece, and the next.
   * @param isWhole Whether nothing follows.
   */
  read(text: string, isWhole: boolean): RowsRead;
}
