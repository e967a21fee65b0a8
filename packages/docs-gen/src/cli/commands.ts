import pc from 'picocolors';

import type { LoadedConfig } from './load-config.js';
import { compare, hasDrifted, write, writeDiff } from './output.js';

/** Writes what has changed, one line a target, and returns the exit code. */
export const generate = async (config: LoadedConfig): Promise<number> => {
  const started = performance.now();
  const outputs = await compare(config);
  const drifted = outputs.filter(hasDrifted);
  await Promise.all(drifted.map((output) => write(config.outDir, output)));
  for (const { name } of config.targets) {
    const own = outputs.filter(({ target }) => target === name);
    print(`${pc.green('✓')} ${name}: ${countFiles(own.length)}, ${own.filter(hasDrifted).length} written`);
  }
  const removed = drifted.filter(({ text }) => text === undefined).length;
  const rendered = outputs.filter(({ text }) => text !== undefined).length;
  print(
    `${countFiles(rendered)}, ${drifted.length - removed} written, ${removed} removed, ${(performance.now() - started).toFixed(0)} ms`,
  );
  return 0;
};

/** Changes nothing: prints a unified diff of what differs, and returns 1 if anything does. */
export const check = async (config: LoadedConfig): Promise<number> => {
  const outputs = await compare(config);
  const drifted = outputs.filter(hasDrifted);
  for (const output of drifted) print(colorDiff(writeDiff(output)));
  if (drifted.length > 0) {
    process.stderr.write(
      `${pc.red('✗')} ${drifted.length} of ${countFiles(outputs.length)} out of date: run docs-gen without --check\n`,
    );
    return 1;
  }
  print(`${pc.green('✓')} ${countFiles(outputs.length)} up to date`);
  return 0;
};

const countFiles = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const colorDiff = (diff: string): string =>
  diff.replace(/^[-+@].*$/gm, (line) =>
    line.startsWith('+') ? pc.green(line) : line.startsWith('-') ? pc.red(line) : pc.cyan(line),
  );
