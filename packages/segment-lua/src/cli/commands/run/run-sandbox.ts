import { createLuaWorker, type LuaLimits, type LuaWorker } from '@moonwire/lua-bridge';

import type { Sandbox } from '../../../host/segment-lua-options.js';
import type { RunFlags } from './run-command.js';

/** Ten times what a library's host allows by default: the script is one's own. More rows than that are for `import`. */
const HOST_CALLS = 100_000;

/**
 * Starts the thread of the first run at once, so that it is up when the rest of the program has been loaded; further
 * runs start their own.
 */
export const warmSandbox = (flags: RunFlags): Sandbox => {
  let onOutput: ((text: string) => void) | undefined;
  const limits = chooseLimits(flags);
  let warm: LuaWorker | undefined = createLuaWorker({ limits, onOutput: (text) => onOutput?.(text) });
  return (options) => {
    const lua = warm ?? createLuaWorker({ ...options, limits });
    warm = undefined;
    onOutput = options.onOutput;
    return lua;
  };
};

/** What a script of the command line may use up. */
const chooseLimits = ({ timeout }: RunFlags): Partial<LuaLimits> => ({
  hostCalls: HOST_CALLS,
  ...(timeout !== undefined && { timeMs: timeout * 1000 }),
});
