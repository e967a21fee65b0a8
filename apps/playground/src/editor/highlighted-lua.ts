import { classHighlighter, highlightCode } from '@lezer/highlight';
import { html, type TemplateResult } from 'lit-html';

import { luaLanguage } from './lua-language.js';

type Span = string | TemplateResult;

const highlighted = new Map<string, readonly Span[]>();

const spansOf = (code: string): Span[] => {
  const spans: Span[] = [];
  highlightCode(
    code,
    luaLanguage.parser.parse(code),
    classHighlighter,
    (text, classes) => spans.push(classes ? html`<span class=${classes}>${text}</span>` : text),
    () => spans.push('\n'),
  );
  return spans;
};

/** Lua source in the editor's colours. */
export const highlightedLua = (code: string): readonly Span[] => {
  const known = highlighted.get(code) ?? spansOf(code);
  highlighted.set(code, known);
  return known;
};
