// What every benchmark does alike: the value in the middle, the machine in words, and results as a table in a file.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** The value in the middle. The values stay as they are. */
export const median = (values) => percentile(values, 0.5);

/**
 * The value that `part` of all values stay below.
 * @param part From 0 to 1: 0.9 for the ninetieth percentile.
 */
export const percentile = (values, part) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

/** The geometric mean, which is how factors are averaged. */
export const geometricMean = (values) =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** `Node v20.20.2, 2 × AMD EPYC`. */
export const describeMachine = () =>
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;

/** A Markdown table. */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/**
 * Prints results, and leaves them in a file.
 * @param file Its URL.
 */
export const writeReport = (file, ...blocks) => {
  const text = `${blocks.join('\n\n')}\n`;
  writeFileSync(file, text);
  console.log(text);
};

/**
 * The same in `results.md` beside the script.
 * @param script The script's `import.meta.url`.
 */
export const writeResults = (script, ...blocks) => writeReport(new URL('results.md', script), ...blocks);
