import { parseSync } from 'vite';

/** A node of a syntax tree; what else it holds depends on its type (ESTree). */
export interface SyntaxNode extends Readonly<Record<string, unknown>> {
  readonly type: string;
  /** Where it is in the code: the first character, and the one behind the last. */
  readonly start: number;
  readonly end: number;
}

/** Calls `visit` with every node of a JavaScript module, the outer ones first, in the order of the code. */
export const visitNodes = (code: string, visit: (node: SyntaxNode) => void): void => {
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && 'start' in value) visit(value as SyntaxNode);
    Object.values(value).forEach(walk);
  };
  walk(parseSync('module.js', code).program);
};
