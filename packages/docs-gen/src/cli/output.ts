import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { LoadedConfig } from './load-config.js';

/** A file as rendered now beside what the output folder holds. */
export interface Output {
  readonly target: string;
  /** Relative to the output folder. */
  readonly path: string;
  readonly text: string;
  /** Left out when the file does not exist. */
  readonly onDisk?: string;
}

/** Renders every target and reads what is there of it, in the order of the targets. */
export const compare = async ({ reference, targets, outDir }: LoadedConfig): Promise<Output[]> => {
  const rendered = targets.flatMap(({ name, render }) => render(reference).map((file) => ({ target: name, ...file })));
  return Promise.all(
    rendered.map(async (file) => {
      const onDisk = await read(join(outDir, file.path));
      return onDisk === undefined ? file : { ...file, onDisk };
    }),
  );
};

/** Whether the file on disk is other than rendered, or missing. */
export const hasDrifted = ({ text, onDisk }: Output): boolean => text !== onDisk;

/** What would have to change on disk, as a unified diff. */
export const diffOf = ({ path, text, onDisk }: Output): string =>
  createTwoFilesPatch(onDisk === undefined ? '/dev/null' : `a/${path}`, `b/${path}`, onDisk ?? '', text).replace(/^=+\n/, '');

/** Writes the file, making its folder. */
export const write = async (outDir: string, { path, text }: Output): Promise<void> => {
  await mkdir(dirname(join(outDir, path)), { recursive: true });
  await writeFile(join(outDir, path), text);
};

const read = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
