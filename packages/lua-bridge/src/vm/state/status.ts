/** How a thread or a protected call stands. Whatever is above `YIELD` is an error. */
export const OK = 0;
export const YIELD = 1;
export const RUNTIME_ERROR = 2;
export const HANDLER_ERROR = 6;

/** As many results as there are. */
export const ALL_RESULTS = -1;

/** What a native function gives in place of the number of its results if it waits. */
export const WAITS = -1;
