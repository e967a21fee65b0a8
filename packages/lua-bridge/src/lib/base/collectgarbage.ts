import { optInteger, optString } from '../../vm/native/arguments.js';
import { pushBoolean, pushFloat, pushInteger } from '../../vm/native/frame.js';
import { raiseArgument } from '../../vm/native/raise.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { decode } from '../../vm/values/text.js';

/**
 * Lua's `collectgarbage`. The host collects garbage by itself: what is told is only remembered, a step always ends a
 * cycle, and the count is that of the last census and what was allocated since.
 */
export const collectgarbage = (L: LuaState): number => {
  const { budget, collector } = L.runtime;
  const what = decode(optString(L, 1, 'collect'));
  const given = optInteger(L, 2, 0);
  switch (what) {
    case 'collect':
      budget.takeCensus();
      return pushInteger(L, 0);
    case 'step':
      return pushBoolean(L, true);
    case 'count':
      return pushFloat(L, budget.liveBytes / 1024);
    case 'isrunning':
      return pushBoolean(L, collector.isRunning);
    case 'stop':
    case 'restart':
      collector.isRunning = what === 'restart';
      return pushInteger(L, 0);
    case 'setpause':
    case 'setstepmul':
      pushInteger(L, collector[what]);
      collector[what] = given;
      return 1;
    default:
      return raiseArgument(L, 1, `invalid option '${what}'`);
  }
};
