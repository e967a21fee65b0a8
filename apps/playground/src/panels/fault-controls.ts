import { signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit-html';

import { keepFocusNear } from '../elements/focus.js';
import { formatCount } from '../elements/quantity.js';
import type { Fault, FaultKind } from '../protocol/run-setup.js';
import { addFault, faultKinds, faults, removeFault } from '../state/faults.js';

const kind = signal<FaultKind>('rate-limit');

const submit = (event: SubmitEvent): void => {
  event.preventDefault();
  const entered = new FormData(event.target as HTMLFormElement);
  addFault({ kind: kind.value, times: Number(entered.get('times')), seconds: Number(entered.get('seconds') ?? 0) });
};

const describeFault = ({ kind: known, times, seconds }: Fault): string => {
  const { label, duration } = faultKinds[known];
  return `${label}${duration ? ` (${seconds} s)` : ''}, ${formatCount(times, 'request')}`;
};

const renderFault = (fault: Fault): TemplateResult => html`
  <li>
    <span>${describeFault(fault)}</span>
    <button type="button" class="button small quiet" aria-label="Remove: ${describeFault(fault)}" @click=${(
      event: Event,
    ) => {
      keepFocusNear(event);
      removeFault(fault.id);
    }}>Remove</button>
  </li>
`;

const renderSecondsField = (label: string): TemplateResult => html`
  <label class="field">${label}<input class="input" name="seconds" type="number" min="0" max="60" step="0.1" value="1" required /></label>
`;

/** Faults that the next runs will meet. */
export const renderFaultControls = (): TemplateResult => {
  const { duration } = faultKinds[kind.value];
  return html`
    ${faults.value.length > 0 ? html`<ul class="faults">${faults.value.map(renderFault)}</ul>` : nothing}
    <form class="add-fault" @submit=${submit}>
      <label class="field">
        Fault
        <select class="input" @change=${(event: Event) => (kind.value = (event.target as HTMLSelectElement).value as FaultKind)}>
          ${Object.entries(faultKinds).map(([value, { label }]) => html`<option value=${value}>${label}</option>`)}
        </select>
      </label>
      <label class="field">Requests<input class="input" name="times" type="number" min="1" max="1000" value="1" required /></label>
      ${duration ? renderSecondsField(duration) : nothing}
      <button class="button" type="submit">Add fault</button>
    </form>
  `;
};
