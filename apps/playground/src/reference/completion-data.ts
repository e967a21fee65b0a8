/** A parameter or a field of a result. */
export interface FieldData {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

/** A function of the reference. */
export interface FunctionData {
  readonly name: string;
  readonly path: string;
  readonly signature: string;
  readonly summary: string;
  readonly effect: 'read' | 'write';
  readonly group?: string;
  readonly parameters: readonly FieldData[];
  readonly options: readonly FieldData[];
  readonly results: readonly FieldData[];
  readonly examples: readonly { readonly title: string; readonly code: string }[];
}

/** The reference as data, as docs-gen renders it. */
export interface CompletionData {
  readonly title: string;
  readonly namespace: string;
  readonly functions: readonly FunctionData[];
}
