import type { FunctionDoc } from '../function-doc.js';
import { renderLuaExample } from '../lua/example.js';
import type { Reference } from '../reference.js';
import { renderTypeScriptExample } from '../typescript/example.js';
import { codeFigure } from './code.js';
import { fieldList, parameterRequirement, resultRequirement } from './fields.js';
import { html, type Markup } from './markup.js';

/** A function among others, with a link to its own page. */
export const functionSection = (
  reference: Reference,
  doc: FunctionDoc,
): Markup => html`<section class="function" aria-labelledby="${doc.name}">
<div class="about">
<h2 id="${doc.name}" class="name"><a class="anchor" href="#${doc.name}">${doc.name}</a></h2>
${functionHead(doc)}
<h3 id="${doc.name}.parameters">Parameters</h3>
${fieldList(doc.parameters, `${doc.name}.parameters`, parameterRequirement)}
<p class="more"><a href="functions/${doc.name}.html">Options, result and errors<span class="visually-hidden"> of ${doc.name}</span></a></p>
</div>
<div class="examples">${luaExamples(reference, doc)}</div>
</section>`;

/** A function on a page of its own. */
export const functionArticle = (reference: Reference, doc: FunctionDoc): Markup => html`<article class="function">
<div class="about">
<h1 class="name">${doc.name}</h1>
${functionHead(doc)}
<h2 id="parameters">Parameters</h2>
${fieldList(doc.parameters, 'parameters', parameterRequirement)}
${doc.options.length === 0 ? undefined : html`<h2 id="options">Options</h2>${fieldList(doc.options, 'options', parameterRequirement)}`}
${doc.results.length === 0 ? undefined : html`<h2 id="result">Result</h2>${fieldList(doc.results, 'result', resultRequirement)}`}
${doc.errors.length === 0 ? undefined : errors(doc)}
</div>
${doc.examples.length === 0 ? undefined : html`<div class="examples"><h2 id="examples">Examples</h2>${luaExamples(reference, doc)}${typeScriptExamples(reference, doc)}</div>`}
</article>`;

const functionHead = (doc: FunctionDoc): Markup => html`<p class="summary" dir="auto">${doc.summary}</p>
<p class="facts"><code class="path">${doc.path}</code> <span class="effect ${doc.effect}">${doc.effect === 'read' ? 'reads' : 'writes'}</span>${
  doc.auth === undefined ? undefined : html` <span class="auth">needs <code>${doc.auth}</code></span>`
}</p>`;

const errors = (doc: FunctionDoc): Markup => html`<h2 id="errors">Errors</h2>
<dl class="errors">${doc.errors.map(({ code, summary }) => html`<dt><code>${code}</code></dt><dd dir="auto">${summary}</dd>`)}</dl>`;

const luaExamples = (reference: Reference, doc: FunctionDoc): Markup[] =>
  doc.examples.map((example) => codeFigure('lua', renderLuaExample(reference, doc, example)));

const typeScriptExamples = (reference: Reference, doc: FunctionDoc): Markup => html`<details class="other-language">
<summary>In TypeScript</summary>
${doc.examples.map((example) => codeFigure('ts', renderTypeScriptExample(reference, doc, example)))}
</details>`;
