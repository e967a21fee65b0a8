import { html, nothing, render, type TemplateResult } from 'lit-html';

import { acceptedBy, type FunctionDoc, type ParameterDoc } from '../../reference/documentation.js';

const toElement = (content: TemplateResult): HTMLElement => {
  const tip = document.createElement('div');
  tip.className = 'doc-tip';
  render(content, tip);
  return tip;
};

const requiredMark = html`<span class="required" title="required">*</span>`;

const row = ({ name, type, required, description }: ParameterDoc): TemplateResult => html`
  <dt>${name}${required ? requiredMark : nothing}</dt>
  <dd><code>${type}</code> ${description}</dd>
`;

/** A function's summary and parameters. */
export const functionTip = (fn: FunctionDoc): HTMLElement =>
  toElement(html`
    <code>${fn.signature}</code>
    <p>${fn.summary}</p>
    ${fn.parameters.length > 0 ? html`<dl>${fn.parameters.map(row)}</dl>` : nothing}
  `);

/** One parameter's type and description. */
export const parameterTip = ({ name, type, required, description }: ParameterDoc): HTMLElement =>
  toElement(html`<code>${name}: ${type}${required ? ' (required)' : ''}</code><p>${description}</p>`);

/** What an account is. */
export const accountTip = (account: string): HTMLElement =>
  toElement(html`<code>${account}</code><p>An account: the same functions, called with its own credentials.</p>`);

const part = ({ name, required }: ParameterDoc, active: string | undefined): TemplateResult =>
  html`<span class=${name === active ? 'active' : ''}>${name}${required ? '' : '?'}</span>`;

/** A call's parameters in a line, with the one being written marked. */
export const signatureTip = (fn: FunctionDoc, active: string | undefined): HTMLElement => {
  const documented = acceptedBy(fn).find(({ name }) => name === active);
  const parameters = fn.parameters.map((parameter, index) => html`${index > 0 ? ', ' : ''}${part(parameter, active)}`);
  return toElement(html`
    <code>${fn.name}(${fn.parameters.length > 0 ? html`{ ${parameters} }` : '{}'})</code>
    ${documented ? html`<p><code>${documented.type}</code> ${documented.description}</p>` : nothing}
  `);
};
