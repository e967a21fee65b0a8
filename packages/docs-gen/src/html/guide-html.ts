import MarkdownIt from 'markdown-it';
import { safeId } from '../safe-id.js';
import { codeFigure } from './code.js';
import { trusted, type Markup } from './markup.js';

const renderer = MarkdownIt({ html: false });
renderer.renderer.rules.fence = (tokens, index) => {
  const token = tokens[index];
  return token ? codeFigure(token.info.trim(), token.content.trimEnd()).html : '';
};
renderer.renderer.rules.heading_open = (tokens, index) => {
  const token = tokens[index];
  return token ? `<${token.tag} id="${safeId(tokens[index + 1]?.content ?? '')}">` : '';
};

/** A guide's Markdown as HTML. HTML inside it stays text. */
export const guideHtml = (markdown: string): Markup => trusted(renderer.render(markdown));
