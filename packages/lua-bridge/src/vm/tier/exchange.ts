/** What compiled code and its surroundings tell each other; one for each state. */
export class Exchange {
  /**
   * Tag of the first result of the compiled code that has just returned; -1 if it has left for the interpreter, -2 if
   * its results are on the stack, where its function was.
   */
  tag = 0;
  /** In the last case their number. */
  count = 0;
  /** What is to be thrown once all registers are on the stack: a wait, or an error that a protected call catches. */
  thrown: unknown = undefined;
  /** Calls of compiled code by the interpreter that have not ended. */
  active = 0;
  /**
   * Whether memory was counted while registers were not on the stack. Compiled code leaves for the interpreter where it
   * can, and it is counted again.
   */
  isUncounted = false;
}
