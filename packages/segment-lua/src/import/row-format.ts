import { CsvRecords } from './csv-records.js';
import { ImportError } from './import-error.js';
import { endOfJsonValue } from './json-values-reader.js';

/** How rows are written: CSV, a JSON object on each line, or JSON values over any number of lines. */
export const ROW_FORMATS = ['csv', 'ndjson', 'json'] as const;

/** How rows are written. */
export type RowFormat = (typeof ROW_FORMATS)[number];

const DELIMITERS = [',', ';', '\t', '|'];

/** So many records tell what separates their fields. */
const SAMPLE_RECORDS = 20;

const SEPARATOR_LINE = /^sep=(.)\r?[\n\r]/i;

/**
 * Tells a format by the beginning of its text.
 * @param path The file's name, which settles what the text alone does not.
 * @throws ImportError `unfit_input` for what is neither, or is called JSON and is none.
 */
export const detectFormat = (head: string, path: string): RowFormat => {
  const start = head.trimStart();
  if (/^<[!?a-z]/i.test(start)) {
    throw new ImportError('unfit_input', 'it is HTML or XML, not rows; if it is CSV, say so with --format csv');
  }
  if (/^\[\s*(["{[\]\d-]|true|false|null|$)/.test(start)) return 'json';
  const isNamedJson = /\.(ndjson|jsonl|json)(\.gz)?$/i.test(path);
  if (start.startsWith('{') || (isNamedJson && /^\s*\{/m.test(head))) return detectJson(start);
  if (!isNamedJson || start === '') return 'csv';
  throw new ImportError('unfit_input', 'it is called JSON and holds none; say what it is, as --format csv');
};

/** A value that is open at the end of its line, before a line that begins none, goes on there. */
const detectJson = (start: string): RowFormat => {
  const [first = '', second = ''] = start.split(/[\r\n]+\s*/, 2);
  const goesOn = endOfJsonValue(first) === undefined && second !== '' && !second.startsWith('{');
  return goesOn ? 'json' : 'ndjson';
};

/**
 * Tells what separates the fields of CSV: what its first line says (`sep=;`), or what parts the header and the rows
 * after it into fields of one number.
 */
export const detectDelimiter = (head: string): string => {
  const [, said] = SEPARATOR_LINE.exec(head) ?? [];
  if (said !== undefined) return said;
  const [best = ','] = DELIMITERS.map((delimiter) => ({ delimiter, fit: measureFit(head, delimiter) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ delimiter }) => delimiter);
  return best;
};

/** How many fields the header has, the more the fewer records have another number; 0 for a single one. */
const measureFit = (head: string, delimiter: string): number => {
  const records = new CsvRecords(head, delimiter, true);
  const lengths: number[] = [];
  for (let at = 0; lengths.length < SAMPLE_RECORDS;) {
    const record = records.at(at);
    if (record === undefined) break;
    if (record.fields.some((field) => field !== '')) lengths.push(record.fields.length);
    at = record.next;
  }
  const [header = 1, ...others] = lengths;
  if (header < 2) return 0;
  const share = (others.filter((length) => length === header).length + 1) / (others.length + 1);
  return share + header / 1e6;
};
