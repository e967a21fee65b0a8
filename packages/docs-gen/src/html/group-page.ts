import { renderWorked, trimLines } from '../lua/worked.js';
import { writeGroupOverview } from '../markdown/group.js';
import type { FunctionDoc } from '../reference/function-doc.js';
import type { GroupDoc } from '../reference/group-doc.js';
import type { Reference } from '../reference/reference.js';
import { renderCode } from './code.js';
import { renderGroupFunction } from './function-section.js';
import { renderGuide } from './guide-html.js';
import { html, type Markup } from './markup.js';
import { renderRawMarkdown } from './raw-markdown.js';

/** A group on a page of its own, with all of its functions in full. */
export const renderGroup = (reference: Reference, group: GroupDoc): Markup => html`<article class="guide">
<h1>${group.title}</h1>
${group.text === '' ? html`<p dir="auto">${group.summary}</p>` : renderGuide(group.text)}
<dl class="links">
${group.also.map((doc) => renderLink(doc, `../functions/${doc.name}.html`))}
${group.functions.map((doc) => renderLink(doc, `#${doc.name}`))}
</dl>
${group.examples.map(
  ({ output, ...example }) =>
    html`${renderCode('lua', renderWorked(example))}${output === undefined ? undefined : html`<p>It prints:</p>${renderCode('text', trimLines(output))}`}`,
)}
</article>
${group.functions.map((doc) => renderGroupFunction(reference, doc))}
${renderRawMarkdown(writeGroupOverview(group))}`;

const renderLink = ({ name, summary }: FunctionDoc, path: string): Markup =>
  html`<dt><a class="name" href="${path}">${name}</a></dt><dd dir="auto">${summary}</dd>`;
