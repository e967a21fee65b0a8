import MarkdownIt from 'markdown-it';

import { toSafeId } from '../reference/names.js';
import { renderCode } from './code.js';
import { type Markup, trust } from './markup.js';

const renderer = MarkdownIt({ html: false });
renderer.renderer.rules.fence = (tokens, index) => {
  const token = tokens[index];
  return token ? renderCode(token.info.trim(), token.content.trimEnd()).html : '';
};
renderer.core.ruler.push('heading_ids', ({ tokens }) => {
  const uses = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const id = toSafeId(tokens[index + 1]?.content ?? '');
    const use = (uses.get(id) ?? 0) + 1;
    uses.set(id, use);
    token.attrSet('id', use === 1 ? id : `${id}-${use}`);
  }
});
// A code at the beginning of an entry is what links lead to: `errors.html#limit_time`.
renderer.core.ruler.push('entry_ids', ({ tokens }) => {
  for (const [index, token] of tokens.entries()) {
    const [first] = tokens[index + 1]?.children ?? tokens[index + 2]?.children ?? [];
    if (/^(?:td|list_item)_open$/.test(token.type) && first?.type === 'code_inline' && /^\w+$/.test(first.content))
      token.attrSet('id', first.content);
  }
});
// A wide table scrolls by itself, also by keyboard.
renderer.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>';
renderer.renderer.rules.table_close = () => '</table></div>';

/** A guide's Markdown as HTML. HTML inside it stays text. */
export const renderGuide = (markdown: string): Markup => trust(renderer.render(markdown));
