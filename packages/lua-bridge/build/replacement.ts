/** A piece of a library's text, and what stands in for it. */
export type Replacement = readonly [RegExp, string | ((text: string, ...groups: string[]) => string)];
