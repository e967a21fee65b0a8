import { pipeline, type Readable } from 'node:stream';

import { type Info, parse } from 'csv-parse';

/** A row as the map gets it: texts from CSV, any JSON from NDJSON. */
export type Row = Readonly<Record<string, unknown>>;

/** A row, or what was wrong with it. */
export type ReadRow = { readonly row: Row } | { readonly row: Row; readonly fault: string };

/** How rows are written. */
export type RowFormat = 'csv' | 'ndjson';

interface CsvRecord {
  readonly record: Record<string, string>;
  readonly info: Info;
}

/** Of two columns of one name the rows would keep only the last. */
const columnsOf = (header: readonly string[]): string[] => {
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`the header has the column '${twice}' twice; give each its own name`);
  return [...header];
};

const csvRows = async function* (stream: Readable): AsyncGenerator<ReadRow> {
  const parser = parse({
    columns: columnsOf,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    info: true,
  });
  // What fails upstream is raised by the parser.
  pipeline(stream, parser, () => undefined);
  let faults = 0;
  for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
    const isFaulty = info.invalid_field_length > faults;
    faults = info.invalid_field_length;
    yield isFaulty
      ? { row: record, fault: `line ${info.lines} has another number of fields than the header` }
      : { row: record };
  }
};

/** The lines of a stream; the last may lack its end. */
const linesOf = async function* (stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
};

const jsonRow = (line: string): ReadRow => {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return { row: row as Row };
    return { row: { line }, fault: 'the line is no JSON object' };
  } catch {
    return { row: { line }, fault: 'the line is not JSON' };
  }
};

const ndjsonRows = async function* (stream: Readable): AsyncGenerator<ReadRow> {
  for await (const line of linesOf(stream)) {
    if (line.trim() !== '') yield jsonRow(line);
  }
};

/** The format that a file's name speaks of; for standard input, NDJSON if it begins with `{`. */
export const detectFormat = (path: string, head: Buffer): RowFormat => {
  if (path === '-') return /^\uFEFF?\s*\{/.test(head.subarray(0, 64).toString('utf8')) ? 'ndjson' : 'csv';
  return /\.(ndjson|jsonl)(\.gz)?$/i.test(path) ? 'ndjson' : 'csv';
};

/** Reads the rows of a stream one after another, however many there are. */
export const readRows = (stream: Readable, format: RowFormat): AsyncGenerator<ReadRow> =>
  format === 'csv' ? csvRows(stream) : ndjsonRows(stream);
