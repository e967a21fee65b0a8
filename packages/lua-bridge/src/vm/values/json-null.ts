import { LIGHTUSERDATA } from './tags.js';
import { Value } from './value.js';

/** What `json.null` is inside the VM. */
export const NULL = Object.freeze(Object.create(null) as object);

/** Whether a Lua value is `json.null`. */
export const isNull = (value: Value): boolean => value.type === LIGHTUSERDATA && value.value === NULL;

/** `json.null` as a Lua value. */
export const nullValue = (): Value => new Value(LIGHTUSERDATA, NULL);
