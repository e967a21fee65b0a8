declare const VALUE: unique symbol;

/** What every schema of this package may say: the part of JSON Schema 2020-12 the validator understands. */
export interface SchemaKeywords {
  readonly type: 'string' | 'boolean' | 'object' | 'array';
  readonly description?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: 'date-time';
  readonly items?: SchemaKeywords;
  readonly properties?: Readonly<Record<string, SchemaKeywords>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  /** Names the option that may be given in place of this required field (see {@link unless}). */
  readonly 'x-unless'?: string;
}

/** A JSON Schema, plain data, that carries the TypeScript type `T` of the values it accepts. */
export interface Schema<T = unknown> extends SchemaKeywords {
  readonly [VALUE]?: T;
}

/** The schema of an object with named fields, in the order in which a reference shows them. */
export interface ObjectSchema<T = unknown> extends Schema<T> {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, SchemaKeywords>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/** The type of the values a schema accepts. */
export type Infer<S> = S extends Schema<infer T> ? T : never;

/** A map of the caller's own keys; they are never renamed or checked. Values are what JSON can carry, and `Date`. */
export type FreeForm = Readonly<Record<string, unknown>>;
