import { CsvRecords } from './csv-records.js';
import { holdsControls } from './damage.js';
import { ImportError } from './import-error.js';
import { endOfJsonValue } from './json-value-end.js';

/** How rows are written: CSV, a JSON object on each line, or JSON values over any number of lines. */
export const ROW_FORMATS = ['csv', 'ndjson', 'json'] as const;

/** How rows are written. */
export type RowFormat = (typeof ROW_FORMATS)[number];

const DELIMITERS = [',', ';', '\t', '|'];

/** So many records tell what separates their fields. */
const SAMPLE_RECORDS = 20;

/** So many lines tell whether each is a value. */
const SAMPLE_LINES = 100;

/** The line by which a spreadsheet is told what its fields are separated by, as it may save it again. */
const SEPARATOR_LINE = /^"?sep=([^\r\n"])"?\1*(?=[\r\n]|$)/i;

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
  if (holdsControls(/^.*/.exec(start)?.[0] ?? '')) {
    throw new ImportError(
      'unfit_input',
      'it is not text: it begins with control characters; if it is CSV, say so with --format csv',
    );
  }
  if (/^\[\s*(["{[\]\d-]|true|false|null|$)/.test(start)) return 'json';
  const isNamedJson = /\.(ndjson|jsonl|json)(\.gz)?$/i.test(path);
  if (start.startsWith('{') || (isNamedJson && /^\s*\{/m.test(head))) return detectJson(start);
  if (!isNamedJson || start === '') return 'csv';
  throw new ImportError('unfit_input', 'it is called JSON and holds no object; say what it is, as --format csv');
};

/** It is NDJSON if half of the lines are a value each; the last line may not be whole, but for a single one. */
const detectJson = (start: string): RowFormat => {
  const lines = start.split(/[\r\n]+\s*/, SAMPLE_LINES);
  const sample = lines.length > 1 ? lines.slice(0, -1) : lines;
  const several = sample.filter((line) => !/^[{["]/.test(line) || endOfJsonValue(line) !== line.trimEnd().length);
  const isCutOff = sample.length === 1 && endOfJsonValue(start) === undefined;
  return several.length * 2 <= sample.length || isCutOff ? 'ndjson' : 'json';
};

/**
 * Tells what separates the fields of CSV: what its first line says (`sep=;`), or what parts the header and the rows
 * after it into fields of one number.
 */
export const detectDelimiter = (head: string): string => {
  const said = findSaidDelimiter(head);
  if (said !== undefined) return said;
  const [best = ','] = DELIMITERS.map((delimiter) => ({ delimiter, fit: measureFit(head, delimiter) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ delimiter }) => delimiter);
  return best;
};

/** What a text's first line says that fields are separated by, if it says so. */
export const findSaidDelimiter = (text: string): string | undefined => SEPARATOR_LINE.exec(text)?.[1];

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
