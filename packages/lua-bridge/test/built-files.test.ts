import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';

import { describe, expect, it } from '@jest/globals';

const dist = new URL('../dist/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, dist), 'utf8');

/** The line of a source in which a built file says that a piece of its text stands. */
const findSource = (file: string, piece: string): string => {
  const before = read(file).split(piece, 1)[0] as string;
  const line = before.split('\n').length - 1;
  const column = before.length - before.lastIndexOf('\n') - 1;
  const map = new SourceMap(JSON.parse(read(`${file}.map`)) as SourceMapPayload);
  const entry = map.findEntry(line, column) as { originalSource: string; originalLine: number };
  return read(entry.originalSource).split('\n')[entry.originalLine] as string;
};

describe.each(['index.js', 'index.cjs'])('%s as it is released', (file) => {
  it('has in parentheses what a first run calls, so that an engine compiles it as it is loaded', () => {
    expect(read(file).match(/\(function\b/g)?.length).toBeGreaterThan(500);
  });

  it('leaves all else to be compiled when it is called', () => {
    expect(read(file).match(/=>/g)?.length).toBeGreaterThan(1000);
  });

  it.each(['unfinished string', 'attempt to compare', 'the options must'])(
    'maps %p to the line it comes from',
    (piece) => {
      expect(findSource(file, piece)).toContain(piece);
    },
  );
});
