import type { LuaLimits } from '@moonwire/lua-bridge';

import type { RunFlags } from './run-command.js';

/** Ten times what a library's host allows by default: the script is one's own. More rows than that are for `import`. */
const HOST_CALLS = 100_000;

/** What a script of the command line may use up. */
export const runLimits = ({ timeout }: Pick<RunFlags, 'timeout'>): Partial<LuaLimits> => ({
  hostCalls: HOST_CALLS,
  ...(timeout !== undefined && { timeMs: timeout * 1000 }),
});
