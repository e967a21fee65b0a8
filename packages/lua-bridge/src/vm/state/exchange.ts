/**
 * What compiled code tells whoever called it, between its return and the next call. One for all states: they take turns
 * on one JavaScript stack.
 */
export const exchange = {
  /**
   * Tag of the first result; -1 if the code has left for the interpreter, -2 if its results are on the stack, where its
   * function was.
   */
  tag: 0,
  /** In the last case their number. */
  count: 0,
  /** Weight of the compiled calls below the interpreter that runs now. */
  depth: 0,
  /** The value of what was read from a table. */
  value: null as unknown,
  /** Of a step through a table: the key, its tag, and where it was. */
  key: null as unknown,
  keyTag: 0,
  at: 0,
  /** What is to be thrown once all registers are on the stack: a wait, or an error that a protected call catches. */
  thrown: undefined as unknown,
};

/** Lets go of the values of a state that is given up. No other one is between a return and a call meanwhile. */
export const forgetExchange = (): void => {
  exchange.value = null;
  exchange.key = null;
  exchange.thrown = undefined;
};
