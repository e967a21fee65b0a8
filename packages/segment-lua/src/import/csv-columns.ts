import { ImportError } from './import-error.js';
import type { Columns } from './read-row.js';

const NAMELESS = 'has a value in a column that the header gives no name';

const isEmpty = (field: string): boolean => field === '';

const REPEATED = 'is the header once more, as in files that were joined';

/**
 * The columns that a header names; blanks around a name are none of it. Spreadsheets add nameless ones behind the last,
 * which hold nothing.
 */
export class CsvColumns implements Columns {
  readonly names: readonly string[];
  readonly #header: readonly string[];
  /** How many fields a row must have. */
  readonly #width: number;
  readonly #nameless: readonly number[];

  /** @throws ImportError `unfit_input` for two columns of one name, of which a row would keep one. */
  constructor(written: readonly string[]) {
    const header = written.map((name) => name.trim());
    this.#header = header;
    this.#width = header.findLastIndex((name) => !isEmpty(name)) + 1;
    const nameless = [...header.slice(0, this.#width).keys()].filter((at) => header[at] === '');
    // A single one is the index that tables of statistics begin with.
    this.#nameless = nameless.length > 1 ? nameless : [];
    this.names = this.#withoutNameless(header.slice(0, this.#width));
    const twice = this.names.find((name, at) => this.names.indexOf(name) !== at);
    if (twice !== undefined)
      throw new ImportError('unfit_input', `the header has the column '${twice}' twice; give each its own name`);
  }

  /** A row's fields, one for each name; or what is wrong with them. */
  fit(fields: readonly string[]): { readonly fields: readonly string[] } | { readonly fault: string } {
    if (fields.length === this.#width && this.#nameless.length === 0)
      return this.#isHeader(fields) ? { fault: REPEATED } : { fields };
    if (fields.length < this.#width) return { fault: this.#describeCount(fields) };
    if (this.#isHeader(fields)) return { fault: REPEATED };
    const surplus = fields.slice(this.#width);
    if (!surplus.every(isEmpty)) {
      const isBeyondHeader = fields.slice(this.#header.length).some((field) => !isEmpty(field));
      return { fault: isBeyondHeader ? this.#describeCount(fields) : NAMELESS };
    }
    const isLost = this.#nameless.some((at) => fields[at] !== '');
    if (isLost) return { fault: NAMELESS };
    return { fields: this.#withoutNameless(fields.slice(0, this.#width)) };
  }

  #isHeader(fields: readonly string[]): boolean {
    return fields[0]?.trim() === this.#header[0] && this.#header.every((name, at) => fields[at]?.trim() === name);
  }

  #describeCount({ length }: readonly string[]): string {
    const count = `has another number of fields than the header, ${length} and not ${this.#width}`;
    return length > this.#width ? `${count}; quote a field that holds what separates fields` : count;
  }

  #withoutNameless(fields: readonly string[]): readonly string[] {
    return this.#nameless.length === 0 ? fields : fields.filter((_, at) => !this.#nameless.includes(at));
  }
}
