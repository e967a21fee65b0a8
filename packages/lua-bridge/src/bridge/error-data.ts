/** The data that errors of every package carry. */
export interface ErrorData {
  readonly code?: string | undefined;
  readonly suggestion?: string | undefined;
  readonly field?: string | undefined;
}

/** The names of that data. */
export const ERROR_DATA = ['code', 'suggestion', 'field'] as const;

/**
 * A path into a value as a script would write it, `items[2].price`. Numbers are indices from 0; Lua's lists begin at 1.
 */
export const spellField = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key + 1}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
