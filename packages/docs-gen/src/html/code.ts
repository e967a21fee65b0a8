import hljs from 'highlight.js/lib/core';
import lua from 'highlight.js/lib/languages/lua';
import typescript from 'highlight.js/lib/languages/typescript';

import { html, type Markup, trust } from './markup.js';

const highlighter = hljs.newInstance();
highlighter.registerLanguage('lua', lua);
highlighter.registerLanguage('ts', typescript);

const LABELS: Readonly<Record<string, string>> = { lua: 'Lua', ts: 'TypeScript' };

/** A block of code, coloured by classes; the page's script adds its copy button. */
export const renderCode = (language: string, code: string): Markup =>
  html`<figure class="code"><figcaption>${LABELS[language] ?? language}</figcaption><pre tabindex="0"><code class="language-${language}">${highlight(language, code)}</code></pre></figure>`;

const highlight = (language: string, code: string): Markup =>
  highlighter.getLanguage(language) ? trust(highlighter.highlight(code, { language }).value) : html`${code}`;
