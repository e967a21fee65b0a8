/** A function as a reader of one target finds it. */
export interface ReadFunction {
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly ReadField[];
  /** Left out where the target does not show results. */
  readonly results?: readonly ReadField[];
  /** Its blocks of code, as the target shows them. */
  readonly code: readonly string[];
}

/** A parameter or result field as a reader finds it. */
export interface ReadField {
  readonly path: string;
  readonly type: string;
  /** `'yes'`, `'no'`, or `'yes, or x'` when x can stand in for it. */
  readonly required: string;
  readonly description: string;
}
