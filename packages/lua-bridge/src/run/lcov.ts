import type { ChunkLines } from '../meter/line-hits.js';

/**
 * The lines of a run in the format of lcov, which reports of coverage are made of. Texts of several runs can be put one
 * after the other.
 *
 * @example
 * const { usage } = await lua.run(script, { name: 'script.lua', coverage: 'lines' });
 * await writeFile('lcov.info', toLcov(usage.lines ?? []));
 */
export const toLcov = (lines: readonly ChunkLines[]): string =>
  lines
    .map(({ chunk, hits }) => {
      const counts = Object.entries(hits);
      const reached = counts.filter(([, count]) => count > 0).length;
      const records = counts.map(([line, count]) => `DA:${line},${count}`);
      const summary = [`LF:${counts.length}`, `LH:${reached}`, 'end_of_record'];
      return [`SF:${chunk.replaceAll('\n', ' ')}`, ...records, ...summary, ''].join('\n');
    })
    .join('');
