import type { Secret } from './secret.js';

/** What every kind of field can say about itself. */
export interface FieldOptions {
  /**
   * The end of the environment variable's name, unlike any other field's. Default: the field's name, `writeKey` →
   * `WRITE_KEY`.
   */
  readonly env?: string;
  /** Whether an account without it is refused. Default: it may be absent. */
  readonly required?: boolean;
  /** One line for prompts and help. */
  readonly description?: string;
}

/** A field whose value is never shown. */
export interface SecretField extends FieldOptions {
  readonly kind: 'secret';
}

/** A field of free text that may be shown. */
export interface TextField extends FieldOptions {
  readonly kind: 'text';
}

/** A field that holds one of a few values, which may be shown. */
export interface ChoiceField extends FieldOptions {
  readonly kind: 'choice';
  readonly values: readonly string[];
}

/** One field of a service's accounts. */
export type Field = SecretField | TextField | ChoiceField;

/**
 * The fields of a service's accounts, by name. `previous` is where rotated secrets are kept, and `account` would share
 * its environment variable with the pointer.
 */
export type Fields = Readonly<Record<string, Field>> & { readonly previous?: never; readonly account?: never };

type ValueOf<F extends Field> = F extends SecretField
  ? Secret
  : F extends { readonly values: readonly (infer V)[] }
    ? V
    : string;

type InputOf<F extends Field> = F extends SecretField ? string | Secret : ValueOf<F>;

type RequiredKey<F extends Fields> = { [K in keyof F]: F[K] extends { readonly required: true } ? K : never }[keyof F];

/** Keeps a type from being inferred here. TypeScript has `NoInfer` for that only since 5.4. */
type Uninferred<T> = [T][T extends unknown ? 0 : never];

type Flat<T> = { [K in keyof T]: T[K] };

/**
 * An account's fields as they are read: secrets as `Secret`, choices as their literals; what is not required may be
 * absent.
 */
export type Credentials<F extends Fields> = Flat<
  { readonly [K in RequiredKey<F>]: ValueOf<F[K]> } & {
    readonly [K in Exclude<keyof F, RequiredKey<F>>]?: ValueOf<F[K]>;
  }
>;

/** An account's fields as they are given. A layer below may supply the rest, so none is demanded by the type. */
export type CredentialInput<F extends Fields> = { readonly [K in keyof F]?: InputOf<F[K]> | undefined };

/** The fields that may be shown. */
export type VisibleFields<F extends Fields> = {
  readonly [K in keyof F as F[K] extends SecretField ? never : K]?: ValueOf<F[K]>;
};

/** The fields that are never shown. */
export type SecretFields<F extends Fields> = {
  readonly [K in keyof F as F[K] extends SecretField ? K : never]?: Secret;
};

/**
 * A credential: read as a `Secret`, never listed or printed.
 * @example secret({ required: true, description: 'Write key of the source' })
 */
export function secret<const O extends FieldOptions>(options?: O): { readonly kind: 'secret' } & Uninferred<O> {
  return { kind: 'secret', ...(options as O) };
}

/**
 * Free text that may be shown.
 * @example text({ description: 'E-mail of the token owner' })
 */
export function text<const O extends FieldOptions>(options?: O): { readonly kind: 'text' } & Uninferred<O> {
  return { kind: 'text', ...(options as O) };
}

/**
 * One of a few values.
 * @example choice(['us', 'eu'])
 */
export function choice<const V extends string, const O extends FieldOptions>(
  values: readonly V[],
  options?: O,
): { readonly kind: 'choice'; readonly values: readonly V[] } & Uninferred<O> {
  return { kind: 'choice', values, ...(options as O) };
}
