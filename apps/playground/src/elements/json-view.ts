import { html, type TemplateResult } from 'lit-html';

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

const chooseClass = (text: string, isKey: boolean): string => {
  if (isKey) return 'tok-propertyName';
  if (text.startsWith('"')) return 'tok-string';
  return /^[tfn]/.test(text) ? 'tok-keyword' : 'tok-number';
};

const colourJson = (text: string): (string | TemplateResult)[] => {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, quoted = '', colon = ''] = match;
    const word = quoted || whole;
    parts.push(
      text.slice(end, match.index),
      html`<span class=${chooseClass(word, colon !== '')}>${word}</span>`,
      colon,
    );
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
};

/** JSON indented for reading; other text as it is. */
export const indentJson = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
};

/** JSON text in colour, in a block that scrolls by keyboard, too. */
export const renderJson = (text: string, label: string): TemplateResult => html`
  <pre class="code" tabindex="0" role="region" aria-label=${label}><code>${colourJson(text)}</code></pre>
`;
