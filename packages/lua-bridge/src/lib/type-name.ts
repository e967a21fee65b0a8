import type { TValue } from '../vm/values/types.js';

const names = ['nil', 'boolean', 'userdata', 'number', 'string', 'table', 'function', 'userdata', 'thread'];

/** The name of a value's type, as `type` gives it. */
export const basicTypeName = (value: TValue): string => names[value.type & 15] ?? 'userdata';
