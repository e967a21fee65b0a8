import { renderLuaExample } from '../lua/example.js';
import { EFFECTS, writeNotes } from '../markdown/sections.js';
import type { FunctionDoc } from '../reference/function-doc.js';
import type { Reference } from '../reference/reference.js';
import { renderTypeScriptExample } from '../typescript/example.js';
import { renderCode } from './code.js';
import { renderFields, showParameterRequirement, showResultRequirement } from './fields.js';
import { renderGuide } from './guide-html.js';
import { html, type Markup } from './markup.js';

/** A function among others, with a link to its own page. */
export const renderFunctionSection = (
  reference: Reference,
  doc: FunctionDoc,
): Markup => html`<section class="function" aria-labelledby="${doc.name}">
<div class="about">
<h2 id="${doc.name}" class="name"><a class="anchor" href="#${doc.name}">${doc.name}</a></h2>
${renderHead(doc)}
<h3 id="${doc.name}.parameters">Parameters</h3>
${renderFields(doc.parameters, `${doc.name}.parameters`, showParameterRequirement)}
<p class="more"><a href="functions/${doc.name}.html">Options, result and errors<span class="visually-hidden"> of ${doc.name}</span></a></p>
</div>
<div class="examples">${renderLuaExamples(reference, doc)}</div>
</section>`;

/** A function on a page of its own. */
export const renderFunctionArticle = (reference: Reference, doc: FunctionDoc): Markup => html`<article class="function">
<div class="about">
<h1 class="name">${doc.name}</h1>
${renderHead(doc)}
${renderDetails(doc, 'h2', '')}
</div>
${doc.examples.length === 0 ? undefined : html`<div class="examples"><h2 id="examples">Examples</h2>${renderLuaExamples(reference, doc)}${renderTypeScriptExamples(reference, doc)}</div>`}
</article>`;

/** A function in full, on the page of its group. */
export const renderGroupFunction = (
  reference: Reference,
  doc: FunctionDoc,
): Markup => html`<section class="function" aria-labelledby="${doc.name}">
<div class="about">
<h2 id="${doc.name}" class="name"><a class="anchor" href="#${doc.name}">${doc.name}</a></h2>
${renderHead(doc)}
${renderDetails(doc, 'h3', `${doc.name}.`)}
</div>
<div class="examples">${renderLuaExamples(reference, doc)}</div>
</section>`;

/** @param prefix What the ids of its headings begin with. */
const renderDetails = (doc: FunctionDoc, heading: 'h2' | 'h3', prefix: string): Markup => {
  const title = (id: string, text: string) => html`<${heading} id="${prefix}${id}">${text}</${heading}>`;
  const { parameters, options, results } = doc;
  return html`${title('parameters', 'Parameters')}
${renderFields(parameters, `${prefix}parameters`, showParameterRequirement)}
${options.length === 0 ? undefined : html`${title('options', 'Options')}${renderFields(options, `${prefix}options`, showParameterRequirement)}`}
${results.length === 0 ? undefined : html`${title('result', 'Result')}${renderFields(results, `${prefix}result`, showResultRequirement)}`}
${
  doc.errors.length === 0
    ? undefined
    : html`${title('errors', 'Errors')}
${renderErrors(doc)}`
}`;
};

const renderHead = (doc: FunctionDoc): Markup => html`<p class="summary" dir="auto">${doc.summary}</p>
<p class="facts"><code class="path">${doc.path}</code> <span class="effect ${doc.effect}">${EFFECTS[doc.effect]}</span>${
  doc.auth === undefined ? undefined : html` <span class="auth">needs <code>${doc.auth}</code></span>`
}</p>${renderNotes(doc)}`;

const renderNotes = (doc: FunctionDoc): Markup | undefined => {
  const notes = writeNotes(doc);
  return notes.length === 0 ? undefined : html`<div class="notes">${renderGuide(notes.join())}</div>`;
};

const renderErrors = (doc: FunctionDoc): Markup =>
  html`<dl class="errors">${doc.errors.map(({ code, summary }) => html`<dt><code>${code}</code></dt><dd dir="auto">${summary}</dd>`)}</dl>`;

const renderLuaExamples = (reference: Reference, doc: FunctionDoc): Markup[] =>
  doc.examples.map((example) => renderCode('lua', renderLuaExample(reference, doc, example)));

const renderTypeScriptExamples = (
  reference: Reference,
  doc: FunctionDoc,
): Markup => html`<details class="other-language">
<summary>In TypeScript</summary>
${doc.examples.map((example) => renderCode('ts', renderTypeScriptExample(reference, doc, example)))}
</details>`;
