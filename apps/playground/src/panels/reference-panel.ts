import { computed, signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit-html';

import { highlightedLua } from '../editor/lua/highlighted-lua.js';
import { choices } from '../elements/choices.js';
import { copyText } from '../elements/clipboard.js';
import { icon } from '../elements/icon.js';
import { documentation, type FunctionDoc, type ParameterDoc, rawReference } from '../reference/documentation.js';
import { openExample } from '../share/open-playground.js';

const query = signal('');
const form = signal<'rendered' | 'raw'>('rendered');

const searchable = (fn: FunctionDoc): string =>
  [fn.name, fn.summary, ...fn.parameters.flatMap(({ name, description }) => [name, description])]
    .join(' ')
    .toLowerCase();

const found = computed(() => {
  const words = query.value.toLowerCase().split(/\s+/);
  return documentation.functions.filter((fn) => words.every((word) => searchable(fn).includes(word)));
});

const remark = (text: string): TemplateResult => html`<span class="required">${text}</span>`;

type Remark = (field: ParameterDoc) => TemplateResult | typeof nothing;

const whatMustBeGiven: Remark = ({ required, unless }) =>
  required ? remark(unless === undefined ? 'required' : `required, or ${unless}`) : nothing;
const whatMayBeAbsent: Remark = ({ required }) => (required ? nothing : remark('may be absent'));

const fieldTable = (
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

const exampleView = ({ title, code }: FunctionDoc['examples'][number]): TemplateResult => html`
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
    <pre class="code" tabindex="0" role="region" aria-label=${title}><code>${highlightedLua(code)}</code></pre>
  </figure>
`;

const functionView = (fn: FunctionDoc): TemplateResult => html`
  <article class="function" id="reference-${fn.name}">
    <h3 class="mono">${fn.name}</h3>
    <p>${fn.summary}</p>
    ${fieldTable('Parameters', fn.parameters, whatMustBeGiven)} ${fieldTable('Returns', fn.results, whatMayBeAbsent)}
    ${fn.options.length === 0 ? nothing : html`<details><summary>Options of every tracking call</summary>${fieldTable('Options', fn.options, whatMustBeGiven)}</details>`}
    ${fn.examples.map(exampleView)}
  </article>
`;

const toolbar = (): TemplateResult => html`
  <div class="filters">
    <label class="search">
      ${icon('search')} <span class="visually-hidden">Search the reference</span>
      <input
        class="input"
        type="search"
        placeholder="Search the reference"
        .value=${query.value}
        @input=${(event: Event) => (query.value = (event.target as HTMLInputElement).value)}
      />
    </label>
    ${choices({
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

const rendered = (): TemplateResult => html`
  ${found.value.length === 0 ? html`<p class="faint">Nothing in the reference matches.</p>` : nothing} ${found.value.map(functionView)}
`;

/** The reference: what a script can call, with examples that go into the editor. */
export const referencePanel = (): TemplateResult => html`
  ${toolbar()}
  <div class="pane-body documentation" tabindex="0" role="region" aria-label="Reference">
    ${form.value === 'raw' ? html`<pre class="raw">${rawReference}</pre>` : rendered()}
  </div>
`;
