import { Readable } from 'node:stream';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { writeExactJson } from '../src/import/exact-json/index.js';
import { openRows, type ReadingOptions } from '../src/import/open-rows.js';
import { parseRow } from '../src/import/parse-row.js';
import type { ReadRow } from '../src/import/read-row.js';

const readAll = async (
  bytes: Buffer,
  options: ReadingOptions,
  pieces = [bytes.length],
): Promise<readonly ReadRow[]> => {
  const cuts = pieces.reduce<number[]>((all, size) => [...all, (all.at(-1) ?? 0) + size], [0]);
  const chunks = [...cuts.keys()].map((at) => bytes.subarray(cuts[at], cuts[at + 1]));
  const source = {
    storedHead: bytes,
    head: bytes,
    chunks: Readable.from(chunks.filter(({ length }) => length > 0)) as AsyncIterable<Buffer>,
    countBytes: () => 0,
    close: () => undefined,
  };
  const { batches } = await openRows(source, 'rows', options);
  const rows: ReadRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
};

const contentsOf = (rows: readonly ReadRow[]): unknown[] =>
  rows.map((row) => ('content' in row ? { ...parseRow(row.content, row.line) } : row.fault));

/** A text that is whole in UTF-16, as files hold it; an empty one would make an empty row. */
const field = fc.string({
  unit: fc.constantFrom('a', 'b', '"', ',', ';', '\n', '\r', ' ', 'é', '€', '😀'),
  minLength: 1,
});

const quote = (text: string, delimiter: string): string =>
  [delimiter, '"', '\n', '\r'].some((char) => text.includes(char)) ? `"${text.replaceAll('"', '""')}"` : text;

const REPEATED = expect.stringMatching(/^line \d is the header once more, as in files that were joined$/) as unknown;

describe('Reading CSV', () => {
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

  test('gives what was written, however it is written and wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(lineEnd, { minLength: 9, maxLength: 9 }),
        fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
        fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 60 }),
        async (rows, delimiter, lineEnds, encoding, pieces) => {
          const names = (rows[0] as string[]).map((_, at) => `column ${at}`);
          const text = [names, ...rows]
            .map((row) => row.map((each) => quote(each, delimiter)).join(delimiter))
            .map((line, at) => line + (lineEnds[at] as string))
            .join('');
          const read = await readAll(
            Buffer.from(text, encoding),
            { format: 'csv', delimiter, encoding: encoding === 'utf8' ? 'utf-8' : 'utf-16le' },
            [...pieces, Infinity],
          );
          expect(contentsOf(read)).toEqual(
            rows.map((row) => Object.fromEntries(row.map((value, at): [string, string] => [`column ${at}`, value]))),
          );
        },
      ),
    );
  });

  test.each([
    ['id, city ,total\nu1, NYC ,3\n', [{ id: 'u1', city: ' NYC ', total: '3' }]],
    ['id,city\nu1,NYC\nid,city\nu2,LA\n', [{ id: 'u1', city: 'NYC' }, REPEATED, { id: 'u2', city: 'LA' }]],
    ['id,city,,\nu1,NYC,,\n\uFEFFid, city,,\n', [{ id: 'u1', city: 'NYC' }, REPEATED]],
    ['id\nu1\nid\n', [{ id: 'u1' }, REPEATED]],
    ['id,city\nid,town\n', [{ id: 'id', city: 'town' }]],
  ])('takes blanks around a name for none of it, and a header for no row: %j', async (text, expected) => {
    expect(contentsOf(await readAll(Buffer.from(text), { format: 'csv', delimiter: ',' }))).toEqual(expected);
  });

  test('never fails, and loses nothing: what is no row is kept as text', async () => {
    const char = fc.constantFrom('a', '"', ',', '\n', '\r');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: char, maxLength: 60 }), async (text) => {
        const rows = await readAll(Buffer.from(`h\n${text}`), { format: 'csv', delimiter: ',' });
        const kept = rows.map((row) =>
          'content' in row ? Object.values(parseRow(row.content, row.line)).join('') : row.text,
        );
        expect(kept.join('').match(/a/g)).toEqual(text.match(/a/g));
      }),
    );
  });

  test('looks at each character a few times at most, however long a line is', async () => {
    /** Microseconds of this process alone, so that others on the machine do not count. */
    const effort = async (megabytes: number): Promise<number> => {
      const bytes = Buffer.from(
        `id,text\nu1,${'x'.repeat(megabytes * 1024 * 1024)}\nu2,"${'y\n'.repeat(megabytes * 512 * 1024)}"\n`,
      );
      const started = process.cpuUsage();
      const rows = await readAll(
        bytes,
        {},
        Array.from({ length: Math.ceil(bytes.length / 8_192) }, () => 8_192),
      );
      expect(rows).toHaveLength(2);
      return process.cpuUsage(started).user;
    };
    await effort(1);
    const small = await effort(2);
    expect(await effort(8)).toBeLessThan(small * 8 + 200_000);
  });
});

describe('Reading JSON', () => {
  const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 6 });

  test('gives the objects of an array, of lines and of values one after another', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(0, 2),
        fc.constantFrom<'array' | 'lines' | 'values'>('array', 'lines', 'values'),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 }),
        async (values, indent, form, pieces) => {
          const text =
            form === 'array'
              ? JSON.stringify(values, null, indent)
              : values.map((value) => JSON.stringify(value, null, form === 'lines' ? 0 : indent)).join('\n');
          const format = form === 'lines' ? 'ndjson' : 'json';
          const read = await readAll(Buffer.from(text), { format }, [...pieces, Infinity]);
          expect(writeExactJson(contentsOf(read))).toBe(JSON.stringify(values.map((value) => ({ ...value }))));
        },
      ),
    );
  });
});
