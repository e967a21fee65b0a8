import type { FreeForm, Infer, ObjectSchema, Schema, SchemaKeywords } from './schema.js';

/** A field that may be left out. */
export interface OptionalField<T = unknown> {
  readonly optional: Schema<T>;
}

type Field = Schema | OptionalField;
type Fields = Readonly<Record<string, Field>>;
type OptionalNames<F extends Fields> = { [K in keyof F]: F[K] extends OptionalField ? K : never }[keyof F];
type ValueOf<F> = F extends OptionalField<infer T> ? T : Infer<F>;

/** The object type that a record of fields describes. */
export type Shape<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[K]>;
} & {
  readonly [K in OptionalNames<F>]?: ValueOf<F[K]> | undefined;
};

/** A string that is not empty. */
export const text = (description: string, limits: { readonly maxLength?: number } = {}): Schema<string> => ({
  type: 'string',
  minLength: 1,
  ...limits,
  description,
});

/** A map whose keys are the caller's own and are never touched. */
export const freeForm = (description: string): Schema<FreeForm> => ({ type: 'object', description });

/** The same as a call takes it: of any object type, an interface too, which has no index signature. */
export const givenForm = (description: string): Schema<object> => freeForm(description);

/** A moment: an ISO 8601 date and time with its offset, or a `Date`. */
export const dateTime = (description: string): Schema<string | Date> => ({
  type: 'string',
  format: 'date-time',
  description,
});

/** Marks a field that may be left out. */
export const optional = <T>(schema: Schema<T>): OptionalField<T> => ({ optional: schema });

/** Marks a required field that may be left out when the option `other` is given in its place. */
export const unless = <T>(other: string, schema: Schema<T>): Schema<T> & { readonly 'x-unless': string } => ({
  ...schema,
  'x-unless': other,
});

/** An object with these fields, in this order, and no others. */
export const shape = <const F extends Fields>(fields: F): ObjectSchema<Shape<F>> => {
  const required: string[] = [];
  const properties: Record<string, SchemaKeywords> = {};
  for (const [name, field] of Object.entries(fields)) {
    if ('optional' in field) properties[name] = field.optional;
    else {
      properties[name] = field;
      required.push(name);
    }
  }
  return { type: 'object', properties, required, additionalProperties: false };
};
