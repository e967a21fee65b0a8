import type { Identifier, Node } from 'luaparse';

/** The parser tells of each name that stands for a variable, and not of those of fields and labels. */
const readScope = (node: Node): boolean | undefined => (node as { readonly isLocal?: boolean }).isLocal;

/** Whether a name stands for a local variable. */
export const isLocal = (name: Identifier): boolean => readScope(name) === true;

/** Whether a name stands for a global. */
export const isGlobal = (name: Identifier): boolean => readScope(name) === false;
