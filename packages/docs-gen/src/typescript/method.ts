import type { ReferenceOperation } from '../reference.js';

/** The TypeScript method of an operation: the one it names, else its name in camelCase. */
export const methodOf = ({ method, name }: Pick<ReferenceOperation, 'method' | 'name'>): string =>
  method ?? name.replace(/_+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
