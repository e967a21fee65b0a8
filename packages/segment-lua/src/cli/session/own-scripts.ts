import type { LuaLimits } from '@moonwire/lua-bridge';

/**
 * What scripts of one's own people may use up besides time, which ends them however much they compute in it. Calls are
 * ten times those that a library's host allows by default; more rows than that are for `import`.
 */
export const ofOwnScripts: Partial<LuaLimits> = { instructions: Infinity, hostCalls: 100_000 };
