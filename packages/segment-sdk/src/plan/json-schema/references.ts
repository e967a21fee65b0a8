import { isObject, type SchemaObject } from './check.js';

/** Finds what `$ref` means inside of one document. */
export interface References {
  /** The schema that a reference in another one leads to. @throws Error when there is none. */
  readonly resolve: (reference: string, from: SchemaObject) => unknown;
}

/** Where a document without an `$id` is; nothing is ever read from there. */
const HERE = 'schema://document/';

/** Reads the `$id`s of a document, and the base each of its schemas has. */
export const readReferences = (document: unknown): References => {
  const named = new Map<string, unknown>([[HERE, document]]);
  const bases = new Map<unknown, string>();
  const visit = (schema: unknown, above: string): void => {
    if (typeof schema !== 'object' || schema === null || bases.has(schema)) return;
    const { $id, $ref } = schema as SchemaObject;
    // Beside $ref every other keyword means nothing.
    const base = typeof $id === 'string' && typeof $ref !== 'string' ? resolveUrl($id, above) : above;
    if (base !== above) named.set(base, schema);
    bases.set(schema, base.replace(/#.*$/, ''));
    for (const [name, inner] of Object.entries(schema)) if (name !== 'enum' && name !== 'const') visit(inner, base);
  };
  visit(document, HERE);
  return { resolve: (reference, from) => lookUp(named, resolveUrl(reference, bases.get(from) ?? HERE), reference) };
};

const resolveUrl = (reference: string, base: string): string => {
  try {
    return new URL(reference, base).href.replace(/#$/, '');
  } catch {
    return `${base.replace(/#.*$/, '')}${reference}`;
  }
};

const lookUp = (named: ReadonlyMap<string, unknown>, url: string, reference: string): unknown => {
  const whole = named.get(url);
  if (whole !== undefined) return whole;
  const [address = '', pointer = ''] = url.split('#');
  const steps = decodeURIComponent(pointer).split('/').slice(1);
  const found = steps.reduce<unknown>((at, step) => memberOf(at, unescapeStep(step)), named.get(address));
  if (found === undefined) throw new Error(`$ref ${reference} leads nowhere in this schema`);
  return found;
};

const memberOf = (value: unknown, name: string): unknown =>
  (Array.isArray(value) || isObject(value)) && Object.hasOwn(value, name)
    ? (value as unknown as SchemaObject)[name]
    : undefined;

const unescapeStep = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
