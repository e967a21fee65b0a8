/** What fengari's compiler asks, by its own names, to be filled with functions before it is used. */
declare const door: Record<string, unknown>;
export = door;
