import { readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';

import type { ModuleLoader } from '@moonwire/lua-bridge';

/** A module that cannot be had. */
class ModuleError extends Error {
  override readonly name = 'ModuleError';
  readonly code = 'unknown_module';
}

const NAME = /^[\w-]+(?:[./][\w-]+)*$/;

/**
 * Finds the modules that a script requires as files in its folder and below: `shop.prices` is `shop/prices.lua`. They
 * are read and nothing else; no name and no link leads out.
 * @param script The script's path; `-` stands for one in the current folder.
 */
export const createFileModules = (script: string): ModuleLoader => {
  const folder = script === '-' ? resolve('.') : dirname(resolve(script));
  return (name) => readModule(folder, name);
};

/**
 * The file of a module.
 * @throws ModuleError that says which file was looked for, and what keeps it from being read.
 */
export const findModule = (folder: string, name: string): string => {
  if (!NAME.test(name))
    throw new ModuleError(
      `module '${name}' not found: a name is that of a file below the script's folder, like "shop.prices" for shop/prices.lua`,
    );
  const path = `${name.replaceAll('.', '/')}.lua`;
  const real = follow(join(folder, path));
  if (real === undefined)
    throw new ModuleError(`module '${name}' not found: there is no file ${path} beside the script`);
  const inside = relative(realpathSync(folder), real);
  if (inside.startsWith('..') || isAbsolute(inside))
    throw new ModuleError(`module '${name}' not found: ${path} leads out of the script's folder`);
  return real;
};

const readModule = (folder: string, name: string): string => {
  const path = findModule(folder, name);
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF?(?:#.*)?/, '');
  } catch (error) {
    throw new ModuleError(`module '${name}' cannot be read: ${(error as Error).message}`);
  }
};

const follow = (path: string): string | undefined => {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
};
