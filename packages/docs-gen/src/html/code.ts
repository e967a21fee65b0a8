import hljs from 'highlight.js/lib/core';
import lua from 'highlight.js/lib/languages/lua';
import typescript from 'highlight.js/lib/languages/typescript';

import { html, type Markup, trusted } from './markup.js';

const highlighter = hljs.newInstance();
highlighter.registerLanguage('lua', lua);
highlighter.registerLanguage('ts', typescript);

const labels: Readonly<Record<string, string>> = { lua: 'Lua', ts: 'TypeScript' };

/** A block of code, coloured by classes; the page's script adds its copy button. */
export const codeFigure = (language: string, code: string): Markup =>
  html`<figure class="code"><figcaption>${labels[language] ?? language}</figcaption><pre tabindex="0"><code class="language-${language}">${highlighted(language, code)}</code></pre></figure>`;

const highlighted = (language: string, code: string): Markup =>
  highlighter.getLanguage(language) ? trusted(highlighter.highlight(code, { language }).value) : html`${code}`;
