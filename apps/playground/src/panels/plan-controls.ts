import { html, nothing, type TemplateResult } from 'lit-html';

import { renderChoices } from '../elements/choices.js';
import { keepFocusNear } from '../elements/focus.js';
import { formatCount } from '../elements/quantity.js';
import type { TrackingPlan } from '../protocol/run-setup.js';
import { openedPlan, planFault, trackingPlan } from '../state/plan.js';

/** A plan to begin with: the event of the first script, and what it may hold. */
const EXAMPLE = `{
  "events": {
    "Order Completed": {
      "properties": {
        "revenue": { "type": "number", "required": true },
        "currency": ["USD", "EUR"],
        "products": { "type": "array" }
      }
    }
  }
}`;

const setText = (text: string): void => {
  trackingPlan.value = text.trim() === '' ? undefined : { enforce: trackingPlan.value?.enforce ?? 'allow', text };
};

const openFile = async ({ target }: Event): Promise<void> => {
  const field = target as HTMLInputElement;
  const [file] = field.files ?? [];
  if (file) setText(await file.text());
  field.value = '';
};

const ENFORCEMENTS: readonly { readonly value: TrackingPlan['enforce']; readonly label: string }[] = [
  { value: 'allow', label: 'Report' },
  { value: 'omit', label: 'Omit' },
  { value: 'block', label: 'Block' },
];

const renderState = (): TemplateResult => {
  if (planFault.value !== undefined) return html`<p class="notice bad" role="alert">${planFault.value}</p>`;
  const count = openedPlan.value?.plan.events.length;
  return html`<p class="faint">${count === undefined ? 'Reading the plan …' : `${formatCount(count, 'event')} in the plan.`}</p>`;
};

const remove = (event: Event): void => {
  keepFocusNear(event);
  trackingPlan.value = undefined;
};

const renderOpened = (plan: TrackingPlan): TemplateResult => html`
  ${renderState()}
  <div class="add">
    ${renderChoices({
      label: 'Events that break the plan',
      options: ENFORCEMENTS,
      chosen: plan.enforce,
      choose: (enforce) => (trackingPlan.value = { ...plan, enforce }),
    })}
    <button type="button" class="button small" @click=${remove}>Remove the plan</button>
  </div>
`;

/** The tracking plan that the simulated sources hold events to. */
export const renderPlanControls = (): TemplateResult => {
  const plan = trackingPlan.value;
  return html`
    <p class="faint">Events are held to it as they arrive; while you write, what breaks it is marked, and its events and properties are completed.</p>
    <label class="field">
      Plan in JSON, of Segment, Typewriter or by hand
      <textarea
        class="input mono plan"
        rows="6"
        spellcheck="false"
        .value=${plan?.text ?? ''}
        @change=${(event: Event) => {
          setText((event.target as HTMLTextAreaElement).value);
        }}
      ></textarea>
    </label>
    ${plan ? renderOpened(plan) : nothing}
    <div class="add">
      <label class="field">Open a file <input class="input" type="file" accept=".json,application/json" @change=${openFile} /></label>
      ${
        plan
          ? nothing
          : html`<button type="button" class="button small" @click=${() => {
              setText(EXAMPLE);
            }}>Use an example</button>`
      }
    </div>
  `;
};
