import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import { createJiti } from 'jiti';

import { standardTargets } from '../targets/standard-targets.js';
import type { DocsConfig } from '../targets/target.js';

/** A configuration with its defaults filled in. */
export interface LoadedConfig extends Required<DocsConfig> {
  /** Absolute. */
  readonly file: string;
}

/**
 * Reads a configuration written in TypeScript or JavaScript, and everything it imports, afresh.
 * @throws UsageError when the file is missing, fails to load or has another shape.
 */
export const loadConfig = async (path: string): Promise<LoadedConfig> => {
  const file = resolve(path);
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    throw new UsageError(`No configuration at ${path}: give its path with --config`);
  }
  const config = check(path, await load(path, file));
  const absolute = (relative: string) => resolve(dirname(file), relative);
  return {
    reference: config.reference,
    targets: config.targets ?? standardTargets,
    outDir: absolute(config.outDir),
    watch: (config.watch ?? []).map(absolute),
    file,
  };
};

const load = async (path: string, file: string): Promise<unknown> => {
  try {
    return await createJiti(import.meta.url, { moduleCache: false, fsCache: false }).import(file, { default: true });
  } catch (error) {
    throw new UsageError(`${path} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const check = (path: string, config: unknown): DocsConfig => {
  const missing = (['reference', 'outDir'] as const).filter((key) => !isObject(config) || config[key] === undefined);
  if (missing.length > 0) {
    throw new UsageError(
      `${path}: its default export lacks ${missing.join(' and ')}: export default { reference, outDir } satisfies DocsConfig`,
    );
  }
  return config as DocsConfig;
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A mistake in how the command was called or configured: reported without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
