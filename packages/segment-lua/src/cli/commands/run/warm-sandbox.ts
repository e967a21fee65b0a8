import { createLuaWorker, type LuaLimits, type LuaWorker } from '@moonwire/lua-bridge';

import type { Sandbox } from '../../../host/segment-lua-options.js';

/**
 * Starts the thread of the first run at once, so that it is up when the rest of the program has been loaded; further
 * runs start their own.
 * @param limits What the first run may use up; further runs are told theirs.
 */
export const warmSandbox = (limits: Partial<LuaLimits>): Sandbox => {
  let onOutput: ((text: string) => void) | undefined;
  let warm: LuaWorker | undefined = createLuaWorker({ limits, onOutput: (text) => onOutput?.(text) });
  return (options) => {
    const lua = warm ?? createLuaWorker(options);
    warm = undefined;
    onOutput = options.onOutput;
    return lua;
  };
};
