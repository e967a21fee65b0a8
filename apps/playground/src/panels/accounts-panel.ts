import { signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit-html';

import { enteredText } from '../elements/entered-text.js';
import { documentation } from '../reference/documentation.js';
import { accountNames, addAccount, DEFAULT_ACCOUNT, removeAccount } from '../state/accounts.js';
import { liveKeys } from '../state/live-keys.js';
import { openLiveKeyDialog } from './live-key-dialog.js';

const refusal = signal<string | undefined>(undefined);

const submit = async (event: SubmitEvent): Promise<void> => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const name = enteredText(form, 'name').trim();
  refusal.value = await addAccount(name);
  if (refusal.value === undefined) form.reset();
};

const destination = (name: string): TemplateResult =>
  liveKeys.has(name)
    ? html`<span class="badge warn">live</span> real events, ${liveKeys.region(name) === 'eu' ? 'EU' : 'US'}`
    : html`simulator, write key <code>simulator-${name}</code>`;

const switchButton = (name: string): TemplateResult =>
  liveKeys.has(name)
    ? html`<button type="button" class="button small" @click=${() => {
        liveKeys.forget(name);
      }}>Back to the simulator</button>`
    : html`<button type="button" class="button small quiet" aria-label="Use a real key for ${name}" @click=${() => {
        openLiveKeyDialog(name);
      }}>Use a real key…</button>`;

const removeButton = (name: string): TemplateResult | typeof nothing =>
  name === DEFAULT_ACCOUNT
    ? nothing
    : html`<button type="button" class="button small quiet" aria-label="Remove ${name}" @click=${() => removeAccount(name)}>Remove</button>`;

const path = (name: string): string =>
  name === DEFAULT_ACCOUNT ? documentation.namespace : `${documentation.namespace}.${name}`;

const accountItem = (name: string): TemplateResult => html`
  <li class="account">
    <div>
      <h4>${name}</h4>
      <p class="mono faint">${path(name)}</p>
      <p class="small">${destination(name)}</p>
    </div>
    <div class="account-actions">${switchButton(name)} ${removeButton(name)}</div>
  </li>
`;

/** The accounts a script can call, each with a namespace of its own. */
export const accountsPanel = (): TemplateResult => html`
  <div class="pane-body settings">
    <h3>Accounts</h3>
    <p class="faint">Every account has the same functions. They differ in their credentials only.</p>
    <ul class="accounts">${accountNames.value.map(accountItem)}</ul>
    <form class="add" @submit=${submit}>
      <label class="field">
        Name of a new account
        <input class="input" name="name" autocomplete="off" spellcheck="false" required aria-describedby="account-refusal" aria-invalid=${refusal.value !== undefined} />
      </label>
      <button class="button" type="submit">Add account</button>
    </form>
    <p id="account-refusal" class="refusal" role="alert">${refusal.value ?? ''}</p>
    <p class="notice small">
      The Public API (${documentation.functions
        .filter(({ effect }) => effect === 'read')
        .map(({ name }) => name)
        .join(', ')}) does not allow calls from
      browsers (CORS). Here those calls always need the simulator; elsewhere run the script on a server or behind a proxy (<code>publicApiUrl</code>).
    </p>
  </div>
`;
