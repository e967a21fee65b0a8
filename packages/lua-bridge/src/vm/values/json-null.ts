import { lobject } from './internals.js';
import { LIGHTUSERDATA } from './tags.js';
import type { TValue } from './types.js';

/** What `json.null` is inside the VM. */
export const NULL = Object.freeze(Object.create(null) as object);

/** Whether a Lua value is `json.null`. */
export const isNull = (value: TValue): boolean => value.type === LIGHTUSERDATA && value.value === NULL;

/** `json.null` as a Lua value. */
export const nullValue = (): TValue => new lobject.TValue(LIGHTUSERDATA, NULL);
