import { signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit-html';

import { readEntered } from '../elements/entered-text.js';
import { keepFocusNear } from '../elements/focus.js';
import { documentation } from '../reference/documentation.js';
import { accountNames, addAccount, DEFAULT_ACCOUNT, removeAccount } from '../state/accounts.js';
import { liveKeys } from '../state/live-keys.js';
import { openLiveKeyDialog } from './live-key-dialog.js';

const refusal = signal<string | undefined>(undefined);

const submit = async (event: SubmitEvent): Promise<void> => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const name = readEntered(form, 'name').trim();
  refusal.value = await addAccount(name);
  if (refusal.value === undefined) form.reset();
};

const renderDestination = (name: string): TemplateResult =>
  liveKeys.has(name)
    ? html`<span class="badge warn">live</span> real events, ${liveKeys.region(name) === 'eu' ? 'EU' : 'US'}`
    : html`simulator, write key <code>simulator-${name}</code>`;

const renderSwitchButton = (name: string): TemplateResult =>
  html`<button
    type="button"
    class="button small ${liveKeys.has(name) ? '' : 'quiet'}"
    aria-label=${liveKeys.has(name) ? nothing : `Use a real key for ${name}`}
    @click=${() => {
      if (liveKeys.has(name)) liveKeys.forget(name);
      else openLiveKeyDialog(name);
    }}
  >${liveKeys.has(name) ? 'Back to the simulator' : 'Use a real key…'}</button>`;

const renderRemoveButton = (name: string): TemplateResult | typeof nothing =>
  name === DEFAULT_ACCOUNT
    ? nothing
    : html`<button type="button" class="button small quiet" aria-label="Remove ${name}" @click=${(event: Event) => {
        keepFocusNear(event);
        void removeAccount(name);
      }}>Remove</button>`;

const writePath = (name: string): string =>
  name === DEFAULT_ACCOUNT ? documentation.namespace : `${documentation.namespace}.${name}`;

const renderAccount = (name: string): TemplateResult => html`
  <li class="account">
    <div>
      <h4>${name}</h4>
      <p class="mono faint">${writePath(name)}</p>
      <p class="small">${renderDestination(name)}</p>
    </div>
    <div class="account-actions">${renderSwitchButton(name)} ${renderRemoveButton(name)}</div>
  </li>
`;

/** The accounts a script can call, each with a namespace of its own. */
export const renderAccountsPanel = (): TemplateResult => html`
  <div class="pane-body settings">
    <h3>Accounts</h3>
    <p class="faint">Every account has the same functions. They differ in their credentials only.</p>
    <ul class="accounts">${accountNames.value.map(renderAccount)}</ul>
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
