import { computed, signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit-html';

import { highlightLua } from '../editor/lua/highlighted-lua.js';
import { renderChoices } from '../elements/choices.js';
import { copyText } from '../elements/clipboard.js';
import { renderIcon } from '../elements/icon.js';
import { documentation, type FunctionDoc, type ParameterDoc, rawReference } from '../reference/documentation.js';
import { openExample } from '../share/open-playground.js';

const query = signal('');
const form = signal<'rendered' | 'raw'>('rendered');

const joinSearchable = (fn: FunctionDoc): string =>
  [fn.name, fn.summary, ...fn.parameters.flatMap(({ name, description }) => [name, description])]
    .join(' ')
    .toLowerCase();

const found = computed(() => {
  const words = query.value.toLowerCase().split(/\s+/);
  return documentation.functions.filter((fn) => words.every((word) => joinSearchable(fn).includes(word)));
});

const renderRemark = (text: string): TemplateResult => html`<span class="required">${text}</span>`;

type Remark = (field: ParameterDoc) => TemplateResult | typeof nothing;

const remarkRequired: Remark = ({ required, unless }) =>
  required ? renderRemark(unless === undefined ? 'required' : `required, or ${unless}`) : nothing;
const remarkOptional: Remark = ({ required }) => (required ? nothing : renderRemark('may be absent'));

const renderFieldTable = (
  caption: string,
  fields: readonly ParameterDoc[],
  remarkOn: Remark,
): TemplateResult | typeof nothing => {
  if (fields.length === 0) return nothing;
  const row = (field: ParameterDoc): TemplateResult => html`
    <tr>
      <th scope="row"><code>${field.name}</code>${remarkOn(field)}</th>
      <td class="mono faint">${field.type}</td>
      <td>${field.description}</td>
    </tr>
  `;
  return html`
    <table class="parameters">
      <caption>${caption}</caption>
      <tbody>${fields.map(row)}</tbody>
    </table>
  `;
};

const renderExample = ({ title, code }: FunctionDoc['examples'][number]): TemplateResult => html`
  <figure class="example">
    <figcaption>
      ${title}
      <span class="spring"></span>
      <button type="button" class="button small quiet" aria-label="Copy: ${title}" @click=${() => copyText(code, 'example')}>Copy</button>
      <button
        type="button"
        class="button small"
        aria-label="Try it: ${title}"
        @click=${() => {
          openExample(code);
        }}
      >
        Try it
      </button>
    </figcaption>
    <pre class="code" tabindex="0" role="region" aria-label=${title}><code>${highlightLua(code)}</code></pre>
  </figure>
`;

const renderFunction = (fn: FunctionDoc): TemplateResult => html`
  <article class="function" id="reference-${fn.name}">
    <h3 class="mono">${fn.name}</h3>
    <p>${fn.summary}</p>
    ${renderFieldTable('Parameters', fn.parameters, remarkRequired)} ${renderFieldTable('Returns', fn.results, remarkOptional)}
    ${fn.options.length === 0 ? nothing : html`<details><summary>Options of every tracking call</summary>${renderFieldTable('Options', fn.options, remarkRequired)}</details>`}
    ${fn.examples.map(renderExample)}
  </article>
`;

const renderToolbar = (): TemplateResult => html`
  <div class="filters">
    <label class="search">
      ${renderIcon('search')} <span class="visually-hidden">Search the reference</span>
      <input
        class="input"
        type="search"
        placeholder="Search the reference"
        .value=${query.value}
        @input=${(event: Event) => (query.value = (event.target as HTMLInputElement).value)}
      />
    </label>
    ${renderChoices({
      label: 'Form of the reference',
      options: [
        { value: 'rendered', label: 'Rendered' },
        { value: 'raw', label: 'Markdown' },
      ],
      chosen: form.value,
      choose: (value) => (form.value = value),
    })}
  </div>
`;

const renderFound = (): TemplateResult => html`
  ${found.value.length === 0 ? html`<p class="faint">Nothing in the reference matches.</p>` : nothing} ${found.value.map(renderFunction)}
`;

/** The reference: what a script can call, with examples that go into the editor. */
export const renderReferencePanel = (): TemplateResult => html`
  ${renderToolbar()}
  <div class="pane-body documentation" tabindex="0" role="region" aria-label="Reference">
    ${form.value === 'raw' ? html`<pre class="raw">${rawReference}</pre>` : renderFound()}
  </div>
`;
