import { createLuaWorker, type LuaLimits, type LuaWorker } from '@moonwire/lua-bridge';

import type { RunFlags } from './run-command.js';

/** Ten times what a library's host allows by default: the script is one's own. More rows than that are for `import`. */
const HOST_CALLS = 100_000;

/** Starts the thread of the first run at once, so that it is up when the rest of the program has been loaded. */
export const warmSandbox = (flags: RunFlags): LuaWorker => createLuaWorker({ limits: chooseLimits(flags) });

/** What a script of the command line may use up: its time ends it, however much it computes in that. */
const chooseLimits = ({ timeout }: RunFlags): Partial<LuaLimits> => ({
  instructions: Infinity,
  hostCalls: HOST_CALLS,
  ...(timeout !== undefined && { timeMs: timeout * 1000 }),
});
