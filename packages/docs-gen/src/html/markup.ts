import { toPlainText } from '../reference/text.js';

/** HTML that is safe to put into a page. */
export interface Markup {
  readonly html: string;
}

type Content = string | number | Markup | readonly Markup[] | undefined;

/**
 * Builds HTML; every text put in is escaped, in content and in quoted attributes alike.
 * @example html`<p title="${title}">${[html`<b>1</b>`]}</p>`
 */
export const html = (strings: TemplateStringsArray, ...values: readonly Content[]): Markup => ({
  html: strings.reduce((text, string, index) => text + toHtml(values[index - 1]) + string),
});

/** HTML made by a library that escapes by itself. */
export const trust = (text: string): Markup => ({ html: text });

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const toHtml = (value: Content): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return toPlainText(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  return 'html' in value ? value.html : value.map((part) => part.html).join('');
};
