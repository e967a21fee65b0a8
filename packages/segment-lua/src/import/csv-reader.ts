import { CsvColumns } from './csv-columns.js';
import { type CsvRecord, CsvRecords } from './csv-records.js';
import { describeDamage, END_OF_FILE, isDamaged } from './damage.js';
import { ImportError } from './import-error.js';
import type { ReadRow, RowReader, RowsRead } from './read-row.js';
import { findSaidDelimiter } from './row-format.js';

/** Reads CSV: the first record names the columns, empty ones are passed over. */
export class CsvReader implements RowReader {
  #line = 1;
  #columns: CsvColumns | undefined;

  constructor(private readonly delimiter: string) {}

  read(text: string, isWhole: boolean): RowsRead {
    const records = new CsvRecords(text, this.delimiter, isWhole);
    const mayBeDamaged = isDamaged(text);
    const rows: ReadRow[] = [];
    let at = 0;
    for (let record = records.at(0); record !== undefined; record = records.at(at)) {
      const row = this.#readRecord(record, text, at, mayBeDamaged);
      if (row) rows.push(row);
      at = record.next;
      this.#line += record.lines;
    }
    return { rows, rest: at };
  }

  #readRecord(record: CsvRecord, text: string, at: number, mayBeDamaged: boolean): ReadRow | undefined {
    const { fields, end } = record;
    const line = this.#line;
    const written = record.fault !== undefined || mayBeDamaged ? text.slice(at, end) : '';
    const fault = record.fault ?? (isDamaged(written) ? describeDamage(written) : undefined);
    if (this.#columns === undefined) {
      if (fault !== undefined) throw new ImportError('unfit_input', `line ${line}, the header, ${fault}`);
      if (isBlank(fields) || findSaidDelimiter(text.slice(at, end)) !== undefined) return undefined;
      this.#columns = new CsvColumns(fields);
      return undefined;
    }
    if (fault !== undefined) return { line, text: written, fault: `line ${line} ${fault}` };
    if (isBlank(fields, this.#columns.names.length)) return undefined;
    const fitted = this.#columns.fit(fields);
    if ('fault' in fitted) return { line, text: text.slice(at, end), fault: `line ${line} ${fitted.fault}` };
    return { line, content: { columns: this.#columns, fields: fitted.fields } };
  }
}

/** Spreadsheets write rows that hold nothing; a line of blanks is none either, unless blanks may be a row. */
const isBlank = (fields: readonly string[], columns = 2): boolean => {
  const [first = ''] = fields;
  if (fields.length > 1 || columns === 1) return fields.every((field) => field === '' || field === END_OF_FILE);
  return first.replace(END_OF_FILE, '').trim() === '';
};
