import { html, type TemplateResult } from 'lit-html';

import type { RunLimits } from '../protocol/run-setup.js';
import { limitFields, readLimits, setLimit } from '../state/limits.js';

type Name = keyof RunLimits;

const renderField = (name: Name): TemplateResult => {
  const { label, unit } = limitFields[name];
  const least = name === 'maxRetries' ? 0 : 1;
  const change = ({ target }: Event): void => {
    const field = target as HTMLInputElement;
    if (field.value !== '' && field.checkValidity()) setLimit(name, Math.round(field.valueAsNumber * unit));
    else field.value = String(readLimits()[name] / unit);
  };
  return html`
    <label class="field">
      ${label}
      <input class="input" type="number" name=${name} min=${least} max="1000000" step="any" required .value=${String(readLimits()[name] / unit)} @change=${change} />
    </label>
  `;
};

/** What a run may use up before it is ended. */
export const renderLimitFields = (): TemplateResult =>
  html`<div class="limits">${(Object.keys(limitFields) as Name[]).map(renderField)}</div>`;
