import type { Outgoing } from './dry-run.js';
import type { FieldSchema } from './lua-fields.js';

const HIDDEN = '[redacted]';

/** A request without the secrets of its input, to be shown: their places stay, in the path and in the body. */
export const hideSecrets = (schema: FieldSchema, input: unknown, { method, url, body }: Outgoing): Outgoing => ({
  method,
  url: secretTexts(schema, input).reduce((text, secret) => text.replaceAll(encodeURIComponent(secret), HIDDEN), url),
  ...(body !== undefined && { body: hideIn(schema, body) }),
});

/** The secrets among the parameters that are texts, of which a URL may be made. */
const secretTexts = ({ properties = {} }: FieldSchema, input: unknown): string[] =>
  Object.entries(properties).flatMap(([name, field]) => {
    const value: unknown = (Object(input) as Record<string, unknown>)[name];
    return field['x-secret'] && typeof value === 'string' && value !== '' ? [value] : [];
  });

const hideIn = (schema: FieldSchema | undefined, value: unknown): unknown => {
  if (schema?.['x-secret']) return hideAll(value);
  if (Array.isArray(value)) return value.map((item) => hideIn(schema?.items, item));
  if (typeof value !== 'object' || value === null) return value;
  const fieldsOf = ({ properties = {}, anyOf = [] }: FieldSchema): readonly Properties[] => [
    properties,
    ...anyOf.flatMap(fieldsOf),
  ];
  const declared = Object.assign({}, ...fieldsOf(schema ?? {})) as Properties;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, hideIn(declared[name], field)]));
};

type Properties = Readonly<Record<string, FieldSchema>>;

/** The same shape with none of its texts and numbers. */
const hideAll = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(hideAll);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, hideAll(field)]));
  return typeof value === 'boolean' || value === null ? value : HIDDEN;
};
