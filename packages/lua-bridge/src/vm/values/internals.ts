import rawLapi from 'fengari/src/lapi.js';
import rawLdebug from 'fengari/src/ldebug.js';
import rawLdo from 'fengari/src/ldo.js';
import rawLfunc from 'fengari/src/lfunc.js';
import rawLobject from 'fengari/src/lobject.js';
import rawLparser from 'fengari/src/lparser.js';
import rawLstate from 'fengari/src/lstate.js';
import rawLtable from 'fengari/src/ltable.js';
import rawLtm from 'fengari/src/ltm.js';
import rawLvm from 'fengari/src/lvm.js';
import rawLzio from 'fengari/src/lzio.js';

import type * as t from './module-types.js';
import { stringKey } from './string-hash.js';

/** Values. */
export const lobject = rawLobject as t.ObjectModule;
/** Tables. */
export const ltable = rawLtable as t.TableModule;
/** Upvalues. */
export const lfunc = rawLfunc as t.FunctionModule;
/** States and threads. */
export const lstate = rawLstate as t.StateModule;
/** Calls, errors, coroutines. */
export const ldo = rawLdo as t.CallModule;
/** Positions and error messages. */
export const ldebug = rawLdebug as t.DebugModule;
/** Metamethods. */
export const ltm = rawLtm as t.MetamethodModule;
/** The instructions. */
export const lvm = rawLvm as t.VmModule;
/** The C-style API. */
export const lapi = rawLapi as t.ApiModule;
/** The compiler. */
export const lparser = rawLparser as t.ParserModule;
/** The compiler's input. */
export const lzio = rawLzio as t.InputModule;

/**
 * The table key of a string. Re-exported here so that the mended hash is in place before any module copies the old one.
 */
export { stringKey };
