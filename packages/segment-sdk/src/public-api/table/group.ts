/**
 * A field's type, as text: `string number integer boolean any object map map<T> T[] 'A'|'B' Name T|null`. `map` is
 * free-form: its keys are data. A name is that of a model. `!` marks a secret. What it means may follow after ` – `.
 */
export type FieldText = string;

/** Fields by name; a name that ends in `?` may be left out. */
export type Fields = Readonly<Record<string, FieldText>>;

/** Objects by their fields, and sets of words or of alternatives by their type. */
export type Models = Readonly<Record<string, Fields | FieldText>>;

/** One operation of the Public API, as the table has it. */
export interface Entry {
  /** Method and path; each `{parameter}` is a required string. */
  readonly http: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
  readonly summary: string;
  /** How stable its most stable version is. Default `v1`; it decides the media type of the request, too. */
  readonly stability?: 'beta' | 'alpha';
  /** Default: GET reads, PUT and DELETE delete, others write. */
  readonly effect?: 'read' | 'delete';
  /** Set where a PATCH must not be repeated after its answer was lost. */
  readonly once?: true;
  /** Its own limit, as documented: `60/minute`. */
  readonly rate?: string;
  /** The feature that the workspace must have. */
  readonly needs?: string;
  /** What path parameters mean, where the common words do not say it. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Fields;
  readonly body?: Fields;
  /** The fields of the answer's `data`. */
  readonly data: Fields;
  /** The list in the answer that `each` and `all` read; two are separated by a comma. */
  readonly list?: string;
  /** The most entries of a page. Default 1,000. */
  readonly pageMax?: number;
  /** Status of success. Default 200. */
  readonly status?: 201;
  /** Set where success is `{ deleted: true }`, and not as elsewhere `{ status: 'SUCCESS' }`. */
  readonly done?: 'deleted';
}

/** Operations that belong together: one page of the documentation. */
export interface Group {
  /** Name of its page. */
  readonly page: string;
  readonly about: string;
  readonly operations: Readonly<Record<string, Entry>>;
}
