import { CsvReader } from './csv-reader.js';
import { ImportError } from './import-error.js';
import { JsonLinesReader } from './json-lines-reader.js';
import { JsonValuesReader } from './json-values-reader.js';
import { peek } from './peek.js';
import type { ReadRow, RowReader } from './read-row.js';
import { detectDelimiter, detectFormat, type RowFormat } from './row-format.js';
import { HEAD_BYTES, type Source } from './source.js';
import { decodeText, detectEncoding } from './text-encoding.js';

/** How an input is to be read; what is not said is told by its content. */
export interface ReadingOptions {
  readonly format?: RowFormat | undefined;
  /** What separates the fields of CSV, one character. */
  readonly delimiter?: string | undefined;
  /** A label of the WHATWG encoding standard. */
  readonly encoding?: string | undefined;
}

/** The rows of an input. */
export interface OpenRows {
  /** Some rows at a time. Raises what the source raises, after the rows before. */
  readonly batches: AsyncGenerator<readonly ReadRow[]>;
  /** What was guessed and the user may want to know. */
  readonly notes: readonly string[];
}

/**
 * Reads the rows of a source one after another, however many there are.
 * @param path The source's name.
 * @throws ImportError `unfit_input` when it holds no rows.
 */
export const openRows = async (source: Source, path: string, options: ReadingOptions): Promise<OpenRows> => {
  const { encoding, guess } = detectEncoding(source.head, options.encoding);
  const texts = await peek(decodeText(source.chunks, encoding), HEAD_BYTES);
  const head = texts.head.join('');
  const format = options.format ?? detectFormat(head, path);
  if (options.delimiter !== undefined && format !== 'csv') {
    throw new ImportError(
      'unfit_input',
      `it is ${format}, which has no delimiter; if it is CSV, say so with --format csv`,
    );
  }
  const reader = createReader(format, options.delimiter ?? (format === 'csv' ? detectDelimiter(head) : ''));
  return { batches: readBatches(texts.all, reader), notes: guess === undefined ? [] : [guess] };
};

const createReader = (format: RowFormat, delimiter: string): RowReader => {
  if (format === 'csv') return new CsvReader(delimiter);
  return format === 'ndjson' ? new JsonLinesReader() : new JsonValuesReader();
};

/**
 * What is not whole is looked at again when there is twice as much of it, so that a row of any length is read in time
 * that grows with its length alone.
 */
const readBatches = async function* (
  texts: AsyncGenerator<string>,
  reader: RowReader,
): AsyncGenerator<readonly ReadRow[]> {
  let held = '';
  let pieces: string[] = [];
  let waiting = 0;
  const read = (isWhole: boolean): readonly ReadRow[] => {
    const text = pieces.length === 1 && held === '' ? (pieces[0] as string) : held + pieces.join('');
    const { rows, rest, broken } = reader.read(text, isWhole);
    [held, pieces, waiting] = [text.slice(rest), [], 0];
    if (broken !== undefined) reason = broken;
    return rows;
  };
  let reason: string | undefined;
  try {
    for await (const text of texts) {
      pieces.push(text);
      waiting += text.length;
      if (waiting >= held.length) yield read(false);
    }
  } catch (error) {
    yield read(false);
    throw error;
  }
  yield read(true);
  if (reason !== undefined) throw new ImportError('broken_input', reason);
};
