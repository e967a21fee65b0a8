/**
 * A path into a value as a script would write it, `items[2].price`. Numbers are indices from 0; Lua's lists begin at 1.
 */
export const spellField = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key + 1}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
