/** A schema as an object of keywords. */
export type SchemaObject = Readonly<Record<string, unknown>>;

/** What a value does not keep to. */
export interface Finding {
  /** The keyword of JSON Schema: `required`, `type`, `pattern`. */
  readonly keyword: string;
  /** Where the value is: `properties.products.0.price`. */
  readonly path: string;
  /** What was expected, and what came: `number expected, got string`. */
  readonly message: string;
}

/** Looks at one value and adds what it finds. `undefined` counts as absent and never gets here. */
export type Check = (value: unknown, path: string, findings: Finding[]) => void;

/** Makes the check of a schema inside of another one. */
export type Compile = (schema: unknown) => Check;

/** Makes the check of some keywords; none if the schema has none of them. */
export type Keywords = (schema: SchemaObject, compile: Compile) => Check | undefined;

/** Finds nothing. */
export const accept: Check = () => undefined;

/** Runs checks one after another. */
export const all = (checks: readonly Check[]): Check => {
  const [first = accept, second, third] = checks;
  if (!second) return first;
  if (!third)
    return (value, path, findings) => {
      first(value, path, findings);
      second(value, path, findings);
    };
  return (value, path, findings) => {
    for (const check of checks) check(value, path, findings);
  };
};

/** Whether a check finds nothing. */
export const passes = (check: Check, value: unknown): boolean => {
  const findings: Finding[] = [];
  check(value, '', findings);
  return findings.length === 0;
};

/** The path of a member. */
export const within = (path: string, name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);

/** Whether a value is an object of JSON: no list, no `Date`. */
export const isObject = (value: unknown): value is SchemaObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !hasToJson(value);

/** Whether a value is written in words of its own, as dates are. */
export const hasToJson = (value: object): boolean =>
  typeof (value as { readonly toJSON?: unknown }).toJSON === 'function';
