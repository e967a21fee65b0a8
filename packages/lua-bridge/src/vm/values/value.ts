import { BOOLEAN, FLOAT, kindOf, LUA_FUNCTION, NIL } from './tags.js';

/** A Lua value: a type tag and its payload. Also the place that holds it: registers, upvalues, elements of tables. */
export class Value {
  constructor(
    public type: number,
    public value: unknown,
  ) {}
}

/** The nil that nothing holds. */
export const NIL_VALUE: Value = Object.freeze(new Value(NIL, null));

/** Copies a value into a place. */
export const copy = (to: Value, from: Value): void => {
  to.type = from.type;
  to.value = from.value;
};

/** Puts a value of a type into a place. */
export const assign = (to: Value, type: number, value: unknown): void => {
  to.type = type;
  to.value = value;
};

/** Whether a value counts as false. */
export const isFalsy = (value: Value): boolean =>
  value.type === NIL || (value.type === BOOLEAN && value.value === false);

/** Whether a value is a number. */
export const isNumber = (value: Value): boolean => kindOf(value.type) === FLOAT;

/** Whether a value is a function of any sort. */
export const isFunction = (value: Value): boolean => kindOf(value.type) === LUA_FUNCTION;
