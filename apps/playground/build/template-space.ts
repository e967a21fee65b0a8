import type { Plugin } from 'vite';

import { type SyntaxNode, visitNodes } from './syntax-tree.js';

/** The texts of templates that become elements, in their order. */
const listTexts = (code: string): SyntaxNode[] => {
  const found: SyntaxNode[] = [];
  visitNodes(code, ({ type, tag, quasi }) => {
    const isMarkup = /^(?:html|svg)$/.test(String((tag as { readonly name?: string } | undefined)?.name));
    if (type === 'TaggedTemplateExpression' && isMarkup) found.push(...(quasi as { quasis: SyntaxNode[] }).quasis);
  });
  return found.toSorted((one, other) => one.start - other.start);
};

/** Makes the line breaks and the indentation of templates the one space that a browser takes them for. */
export const templateSpace = (): Plugin => ({
  name: 'template-space',
  apply: 'build',
  transform: {
    filter: { id: /playground\/src\/.*\.ts$/, code: /html`|svg`/ },
    handler(code) {
      let [kept, from] = ['', 0];
      for (const { start, end } of listTexts(code)) {
        kept += code.slice(from, start) + code.slice(start, end).replace(/\s*\n\s*/g, ' ');
        from = end;
      }
      return { code: kept + code.slice(from), map: null };
    },
  },
});
