import { createLuaWorker, type LuaLimits, type LuaWorker } from '@moonwire/lua-bridge';

import { ofOwnScripts } from '../../session/own-scripts.js';
import type { RunFlags } from './run-command.js';

/** Starts the thread of the first run at once, so that it is up when the rest of the program has been loaded. */
export const warmSandbox = (flags: RunFlags): LuaWorker => createLuaWorker({ limits: chooseLimits(flags) });

/** What a script of the command line may use up. */
const chooseLimits = ({ timeout }: RunFlags): Partial<LuaLimits> => ({
  ...ofOwnScripts,
  ...(timeout !== undefined && { timeMs: timeout * 1000 }),
});
