import { DocsError } from './docs-error.js';

/** A language's way to write each kind of JSON value. */
export interface JsonWriter {
  readonly nothing: string;
  readonly text: (value: string) => string;
  readonly list: (entries: readonly unknown[]) => string;
  readonly object: (entries: readonly (readonly [string, unknown])[]) => string;
}

/**
 * Writes a JSON value. Properties that are `undefined` are left out, as JSON does.
 * @throws DocsError for a value JSON cannot hold.
 */
export const writeJson = (value: unknown, writer: JsonWriter): string => {
  if (value === null) return writer.nothing;
  if (typeof value === 'string') return writer.text(value);
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return String(value);
  if (Array.isArray(value)) return writer.list(value);
  if (typeof value === 'object') return writer.object(Object.entries(value).filter(([, entry]) => entry !== undefined));
  throw new DocsError(`an example holds a ${typeof value}, which JSON cannot hold`);
};
