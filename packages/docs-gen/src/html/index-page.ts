import { coreOf, type FunctionDoc, othersOf } from '../function-doc.js';
import { renderLuaAccounts } from '../lua/accounts.js';
import type { Reference, ReferenceAccounts } from '../reference.js';
import { renderReference } from '../targets/markdown.js';
import { codeFigure } from './code.js';
import { functionSection } from './function-section.js';
import { html, type Markup } from './markup.js';
import { rawMarkdown } from './raw-markdown.js';

/** The site's first page: the core functions, links to the others, the accounts, and the Markdown an agent reads. */
export const indexMain = (reference: Reference, functions: readonly FunctionDoc[]): Markup => html`<div class="intro">
<h1>${reference.title} — Lua API reference</h1>
${reference.summary === undefined ? undefined : html`<p class="summary" dir="auto">${reference.summary}</p>`}
<p>Every function is a field of <code>${reference.namespace}</code> and takes one table.</p>
</div>
${coreOf(functions).map((doc) => functionSection(reference, doc))}
${otherFunctions(othersOf(functions))}
${reference.accounts && accountsSection(reference, reference.accounts)}
${rawMarkdown(renderReference(reference))}`;

const otherFunctions = (functions: readonly FunctionDoc[]): Markup | undefined =>
  functions.length === 0
    ? undefined
    : html`<section class="function" aria-labelledby="more-functions">
<div class="about">
<h2 id="more-functions"><a class="anchor" href="#more-functions">More functions</a></h2>
<dl class="links">${functions.map(
        ({ name, summary }) =>
          html`<dt><a class="name" href="functions/${name}.html">${name}</a></dt><dd dir="auto">${summary}</dd>`,
      )}</dl>
</div>
</section>`;

const accountsSection = (
  reference: Reference,
  accounts: ReferenceAccounts,
): Markup => html`<section class="function" aria-labelledby="multi-account-usage">
<div class="about">
<h2 id="multi-account-usage"><a class="anchor" href="#multi-account-usage">Multi-account usage</a></h2>
<p>If you have multiple ${reference.title} accounts configured, use account-specific namespaces.</p>
<p>All functions are identical across accounts — only the credentials differ.</p>
</div>
<div class="examples">${codeFigure('lua', renderLuaAccounts(reference, accounts))}</div>
</section>`;
