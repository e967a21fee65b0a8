import { renderLuaAccounts } from '../lua/accounts.js';
import { type FunctionDoc, selectCore, selectOthers } from '../reference/function-doc.js';
import type { GroupDoc } from '../reference/group-doc.js';
import type { Reference, ReferenceAccounts } from '../reference/reference.js';
import { renderCode } from './code.js';
import { renderFunctionSection } from './function-section.js';
import { html, type Markup } from './markup.js';

/** The site's first page: the core functions, links to the others, the accounts. */
export const renderIndex = (
  reference: Reference,
  functions: readonly FunctionDoc[],
  groups: readonly GroupDoc[],
): Markup => html`<div class="intro">
<h1>${reference.title} — Lua API reference</h1>
${reference.summary === undefined ? undefined : html`<p class="summary" dir="auto">${reference.summary}</p>`}
<p>Every function is a field of <code>${reference.namespace}</code> and takes one table.</p>
</div>
${selectCore(functions).map((doc) => renderFunctionSection(reference, doc))}
${renderOtherFunctions(selectOthers(functions))}
${renderGroups(groups)}
${reference.accounts && renderAccounts(reference, reference.accounts)}`;

const renderOtherFunctions = (functions: readonly FunctionDoc[]): Markup | undefined =>
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

const renderGroups = (groups: readonly GroupDoc[]): Markup | undefined =>
  groups.length === 0
    ? undefined
    : html`<section class="function" aria-labelledby="all-groups">
<div class="about">
<h2 id="all-groups"><a class="anchor" href="#all-groups">Groups of functions</a></h2>
<dl class="links">${groups.map(
        ({ name, title, summary }) =>
          html`<dt><a href="groups/${name}.html">${title}</a></dt><dd dir="auto">${summary}</dd>`,
      )}</dl>
</div>
</section>`;

const renderAccounts = (
  reference: Reference,
  accounts: ReferenceAccounts,
): Markup => html`<section class="function" aria-labelledby="multi-account-usage">
<div class="about">
<h2 id="multi-account-usage"><a class="anchor" href="#multi-account-usage">Multi-account usage</a></h2>
<p>If you have multiple ${reference.title} accounts configured, use account-specific namespaces.</p>
<p>All functions are identical across accounts — only the credentials differ.</p>
</div>
<div class="examples">${renderCode('lua', renderLuaAccounts(reference, accounts))}</div>
</section>`;
