import type { Plugin } from 'vite';

import { type SyntaxNode, visitNodes } from './syntax-tree.js';

const BEGIN = 'function';

/* An arrow has none of these of its own. */
const OWN = /\b(?:this|arguments|super|new\.target)\b/;

/** Functions without a name that could be arrows as well, as long as nobody calls them with `new`. */
const listFunctions = (code: string): SyntaxNode[] => {
  const found: SyntaxNode[] = [];
  visitNodes(code, (node) => {
    const { type, start, end } = node;
    const isPlain = type === 'FunctionExpression' && code.startsWith(`${BEGIN}(`, start);
    if (isPlain && !OWN.test(code.slice(start, end))) found.push(node);
  });
  return found;
};

const withArrows = (code: string): string => {
  const functions = listFunctions(code);
  const begins = new Set(functions.map(({ start }) => start));
  const bodies = new Set(functions.map(({ body }) => (body as SyntaxNode).start));
  let [kept, from] = ['', 0];
  for (const at of [...begins, ...bodies].toSorted((one, other) => one - other)) {
    kept += code.slice(from, at) + (bodies.has(at) ? '=>' : '');
    from = begins.has(at) ? at + BEGIN.length : at;
  }
  return kept + code.slice(from);
};

/**
 * Makes arrows of lua-bridge's functions, which are shorter: its build has made functions of arrows, for engines that
 * run it as it is, and a bundler undoes what they are good for. None of them is called with `new`.
 */
export const arrows = (): Plugin => ({
  name: 'arrows',
  apply: 'build',
  transform: {
    filter: { id: /lua-bridge\/dist\/index\.js$/ },
    handler: (code) => ({ code: withArrows(code), map: null }),
  },
});
