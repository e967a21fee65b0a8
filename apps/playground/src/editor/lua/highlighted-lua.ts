import { html, type TemplateResult } from 'lit-html';

import { TOKEN_CLASSES } from './lua-language.js';
import { readLines } from './lua-tokens.js';

type Span = string | TemplateResult;

const highlighted = new Map<string, readonly Span[]>();

const splitSpans = (code: string): Span[] => {
  const lines = code.split('\n');
  return readLines(lines).flatMap(({ tokens }, index) => {
    const text = lines[index] ?? '';
    const spans: Span[] = [];
    let end = 0;
    for (const token of tokens) {
      const name = TOKEN_CLASSES[token.kind];
      spans.push(text.slice(end, token.from), name ? html`<span class=${name}>${token.text}</span>` : token.text);
      end = token.to;
    }
    return [...spans, `${text.slice(end)}${index < lines.length - 1 ? '\n' : ''}`];
  });
};

/** Lua source in the editor's colours. */
export const highlightLua = (code: string): readonly Span[] => {
  const known = highlighted.get(code) ?? splitSpans(code);
  highlighted.set(code, known);
  return known;
};
