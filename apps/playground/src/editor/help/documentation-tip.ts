import { html, nothing, render, type TemplateResult } from 'lit-html';
import { libraryTips } from 'virtual:library';

import { type FunctionDoc, listAccepted, type ParameterDoc } from '../../reference/documentation.js';

const createTip = (content: TemplateResult): HTMLElement => {
  const tip = document.createElement('div');
  tip.className = 'doc-tip';
  render(content, tip);
  return tip;
};

const requiredMark = html`<span class="required" title="required">*</span>`;

const renderRow = ({ name, type, required, description }: ParameterDoc): TemplateResult => html`
  <dt>${name}${required ? requiredMark : nothing}</dt>
  <dd><code>${type}</code> ${description}</dd>
`;

/** A function's summary and parameters. */
export const renderFunctionTip = (fn: FunctionDoc): HTMLElement =>
  createTip(html`
    <code>${fn.signature}</code>
    <p>${fn.summary}</p>
    ${fn.parameters.length > 0 ? html`<dl>${fn.parameters.map(renderRow)}</dl>` : nothing}
  `);

/** One parameter's type and description. */
export const renderParameterTip = ({ name, type, required, description }: ParameterDoc): HTMLElement =>
  createTip(html`<code>${name}: ${type}${required ? ' (required)' : ''}</code><p>${description}</p>`);

/** What scripts have, by its full name; of what is Lua's own, the library that it is in. */
export const renderLibraryTip = (name: string): HTMLElement | undefined => {
  const known = [name, name.split('.')[0] ?? ''].find((path) => Object.hasOwn(libraryTips, path)) ?? '';
  const tip = libraryTips[known];
  return tip && createTip(html`<code>${tip[0]}</code><p>${tip[1]}</p>`);
};

/** What an account is. */
export const renderAccountTip = (account: string): HTMLElement =>
  createTip(html`<code>${account}</code><p>An account: the same functions, called with its own credentials.</p>`);

const renderPart = ({ name, required }: ParameterDoc, active: string | undefined): TemplateResult =>
  html`<span class=${name === active ? 'active' : ''}>${name}${required ? '' : '?'}</span>`;

/** A call's parameters in a line, with the one being written marked. */
export const renderSignatureTip = (fn: FunctionDoc, active: string | undefined): HTMLElement => {
  const documented = listAccepted(fn).find(({ name }) => name === active);
  const parameters = fn.parameters.map(
    (parameter, index) => html`${index > 0 ? ', ' : ''}${renderPart(parameter, active)}`,
  );
  return createTip(html`
    <code>${fn.name}(${fn.parameters.length > 0 ? html`{ ${parameters} }` : '{}'})</code>
    ${documented ? html`<p><code>${documented.type}</code> ${documented.description}</p>` : nothing}
  `);
};
