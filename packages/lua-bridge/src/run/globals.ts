import { isLuaError, LuaError } from '../bridge/lua-error.js';
import { copyNamespace, mount, type Namespace } from '../bridge/mount.js';

/**
 * What one run sees: what was exposed, and its own globals.
 * @returns The error of what cannot be exposed, if any.
 */
export const addGlobals = (
  root: Namespace,
  globals: Readonly<Record<string, unknown>> | undefined,
  stringBytes: number,
): Namespace | LuaError => {
  if (globals === undefined) return root;
  const own = copyNamespace(root);
  try {
    for (const [path, value] of Object.entries(globals)) mount(own, path, value, stringBytes);
    return own;
  } catch (error) {
    return isLuaError(error) ? error : new LuaError((error as Error).message, { code: 'invalid_input' });
  }
};
