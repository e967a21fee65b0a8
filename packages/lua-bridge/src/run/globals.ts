import type { ExposedObjects } from '../bridge/exposed-objects.js';
import { isLuaError, LuaError } from '../bridge/lua-error.js';
import { mount } from '../bridge/mount.js';
import { copyNamespace, type OwnNamespace } from '../bridge/namespace-tree.js';
import type { LuaLimits } from '../meter/limits.js';

/** What a run has of its sandbox. */
interface Exposed {
  readonly root: OwnNamespace;
  readonly limits: LuaLimits;
  readonly objects: ExposedObjects;
}

/**
 * What one run sees: what was exposed, and its own globals.
 * @returns The error of what cannot be exposed, if any.
 */
export const addGlobals = (
  { root, limits, objects }: Exposed,
  globals: Readonly<Record<string, unknown>> | undefined,
): OwnNamespace | LuaError => {
  if (globals === undefined) return root;
  const own = copyNamespace(root);
  try {
    for (const [path, value] of Object.entries(globals)) mount(own, path, value, limits.stringBytes, objects);
    return own;
  } catch (error) {
    return isLuaError(error) ? error : new LuaError((error as Error).message, { code: 'invalid_input' });
  }
};
