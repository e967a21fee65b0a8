import type { Reference, ReferenceOperation } from './reference.js';

const KEYWORDS = new Set(
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'.split(
    ' ',
  ),
);

/** A declared result field as Lua scripts read it: `writeKey` → `write_key`. */
export const toLuaName = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

/** Whether a name is a word of Lua's own. */
export const isLuaKeyword = (name: string): boolean => KEYWORDS.has(name);

/** Whether Lua takes the name bare, as in `t.name` and `{ name = 1 }`. */
export const isLuaIdentifier = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !KEYWORDS.has(name);

/** The TypeScript method of an operation: the one it names, else its name in camelCase. */
export const nameMethod = ({ method, name }: Pick<ReferenceOperation, 'method' | 'name'>): string =>
  method ?? name.replace(/_+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** What files of a reference are called: the last part of its namespace, `'segment'`. */
export const nameFiles = ({ namespace }: Pick<Reference, 'namespace'>): string =>
  namespace.split('.').at(-1) ?? namespace;

/** A name as an identifier for anchors and classes: different names stay different. */
export const toSafeId = (name: string): string =>
  name.replace(/[^A-Za-z0-9_]/gu, (character) => `-${(character.codePointAt(0) ?? 0).toString(16)}-`);
