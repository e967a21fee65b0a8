import { signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit-html';

import { readEntered } from '../elements/entered-text.js';
import { renderModal } from '../elements/modal.js';
import type { Region } from '../protocol/run-setup.js';
import { liveKeys, refuseKey } from '../state/live-keys.js';

const account = signal<string | undefined>(undefined);
const understood = signal(false);
const refusal = signal<string | undefined>(undefined);

/** Asks whether an account should send to Segment itself, and for the key. */
export const openLiveKeyDialog = (name: string): void => {
  understood.value = false;
  refusal.value = undefined;
  account.value = name;
};

const close = (): void => {
  account.value = undefined;
};

const submit = (event: SubmitEvent, name: string): void => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const key = readEntered(form, 'key').trim();
  refusal.value = refuseKey(key);
  if (refusal.value !== undefined) return;
  liveKeys.use(name, key, readEntered(form, 'region') as Region);
  form.reset();
  close();
};

const renderKeyForm = (name: string): TemplateResult => html`
  <form class="stack" autocomplete="off" @submit=${(event: SubmitEvent) => {
    submit(event, name);
  }}>
    <div class="notice warn">
      <strong>Run will then send real events to Segment.</strong>
      They reach the workspace and the destinations of this key and cannot be taken back. The key stays in this page's memory: it is not
      stored, not shared, not visible to the script, and gone when you close or reload the page.
    </div>
    <label class="check">
      <input type="checkbox" .checked=${understood.value} @change=${(event: Event) => (understood.value = (event.target as HTMLInputElement).checked)} />
      I want calls of this account to reach Segment
    </label>
    <label class="field">Write key <input class="input" type="password" name="key" required autocomplete="off" ?disabled=${!understood.value} aria-describedby="key-refusal" aria-invalid=${refusal.value !== undefined} /></label>
    <p id="key-refusal" class="refusal" role="alert">${refusal.value ?? ''}</p>
    <label class="field">
      Region
      <select class="input" name="region" ?disabled=${!understood.value}>
        <option value="us">United States</option>
        <option value="eu">European Union</option>
      </select>
    </label>
    <div class="dialog-actions">
      <button type="button" class="button" @click=${close}>Stay on the simulator</button>
      <button type="submit" class="button danger" ?disabled=${!understood.value}>Use the real key</button>
    </div>
  </form>
`;

/** The dialog in which a reader opts in to real keys. */
export const renderLiveKeyDialog = (): TemplateResult =>
  renderModal({
    isOpen: account.value !== undefined,
    title: `Use a real key for ${account.value ?? ''}`,
    content: account.value === undefined ? nothing : renderKeyForm(account.value),
    close,
  });
