/** The part of JSON Schema 2020-12 that the targets read. Other keywords are carried along untouched. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly format?: string;
  /** Of an input's field: results have it and may be given back, but it cannot be set. */
  readonly readOnly?: boolean;
  readonly $ref?: string;
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  /** On a required field: names the field or option that may be given in its place. */
  readonly 'x-unless'?: string;
}
