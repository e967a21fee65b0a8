import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { createTwoFilesPatch } from 'diff';

import { type LoadedConfig, UsageError } from './load-config.js';
import { isInside, MANIFEST, readManifest, writeManifest } from './manifest.js';

/** A file as rendered now beside what the output folder holds. */
export interface Output {
  readonly target: string;
  /** Relative to the output folder. */
  readonly path: string;
  /** Left out when the file should not exist any more. */
  readonly text?: string;
  /** Left out when the file does not exist. */
  readonly onDisk?: string;
}

/**
 * Renders every target and reads what is there of it, in the order of the targets; after them the list of what was
 * rendered, and the files an earlier run left that no target renders now.
 */
export const compare = async ({ reference, targets, outDir }: LoadedConfig): Promise<Output[]> => {
  const rendered = targets.flatMap(({ name, render }) => render(reference).map((file) => ({ target: name, ...file })));
  const paths = rendered.map(({ path }) => path);
  expectOwnPaths(paths);
  const before = readManifest(await read(join(outDir, MANIFEST)));
  const stale = before.filter((path) => !paths.includes(path)).map((path) => ({ target: MANIFEST, path }));
  const manifest = { target: MANIFEST, path: MANIFEST, text: writeManifest(paths) };
  return Promise.all([...rendered, manifest, ...stale].map((file) => readDisk(outDir, file)));
};

/** Whether the file on disk is other than rendered, missing, or left over. */
export const hasDrifted = ({ text, onDisk }: Output): boolean => text !== onDisk;

/** What would have to change on disk, as a unified diff. */
export const writeDiff = ({ path, text, onDisk }: Output): string =>
  createTwoFilesPatch(
    onDisk === undefined ? '/dev/null' : `a/${path}`,
    text === undefined ? '/dev/null' : `b/${path}`,
    onDisk ?? '',
    text ?? '',
  ).replace(/^=+\n/, '');

/** Makes the disk hold what was rendered. */
export const write = async (outDir: string, { path, text }: Output): Promise<void> => {
  const file = join(outDir, path);
  if (text === undefined) {
    await rm(file);
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
};

const expectOwnPaths = (paths: readonly string[]): void => {
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new UsageError(`two targets render ${twice}: give one of them another path`);
  const outside = paths.find((path) => !isInside(path));
  if (outside !== undefined)
    throw new UsageError(`a target renders '${outside}': a path inside outDir expected, like 'pages/track.md'`);
};

const readDisk = async <File extends { readonly path: string }>(
  outDir: string,
  file: File,
): Promise<File & Pick<Output, 'onDisk'>> => {
  const onDisk = await read(join(outDir, file.path));
  return onDisk === undefined ? file : { ...file, onDisk };
};

const read = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
