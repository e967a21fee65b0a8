import { html, type TemplateResult } from 'lit-html';

import { renderEditableTable } from '../elements/editable-table.js';
import { resetWorkspace, workspace } from '../state/workspace.js';
import { renderFaultControls } from './fault-controls.js';
import { renderLimitFields } from './limit-fields.js';
import { renderPlanControls } from './plan-controls.js';

const renderTextField = (key: 'name' | 'slug', label: string): TemplateResult => html`
  <label class="field">
    ${label}
    <input
      class="input"
      .value=${workspace.value[key]}
      spellcheck="false"
      @change=${(event: Event) => (workspace.value = { ...workspace.value, [key]: (event.target as HTMLInputElement).value })}
    />
  </label>
`;

const renderSources = (): TemplateResult =>
  renderEditableTable({
    title: 'Sources',
    noun: 'source',
    columns: { id: 'Id', name: 'Name', writeKey: 'Write key' },
    rows: workspace.value.sources,
    change: (rows) => (workspace.value = { ...workspace.value, sources: rows }),
  });

const renderUsers = (): TemplateResult =>
  renderEditableTable({
    title: 'Users',
    noun: 'user',
    columns: { id: 'Id', name: 'Name', email: 'E-mail' },
    rows: workspace.value.users,
    change: (rows) => (workspace.value = { ...workspace.value, users: rows }),
  });

/** The simulated Segment: what its Public API answers from, and what goes wrong on the way. */
export const renderSimulatorPanel = (): TemplateResult => html`
  <div class="pane-body settings">
    <h3>What goes wrong</h3>
    <p class="faint">Faults hit the first requests of a run, in this order. Watch the retries in the list of events.</p>
    ${renderFaultControls()}
    <div class="settings-head"><h3>Tracking plan</h3></div>
    ${renderPlanControls()}
    <div class="settings-head"><h3>Limits of a run</h3></div>
    ${renderLimitFields()}
    <div class="settings-head">
      <h3>Workspace</h3>
      <button type="button" class="button small quiet" @click=${resetWorkspace}>Reset</button>
    </div>
    <div class="pair">${renderTextField('name', 'Name')} ${renderTextField('slug', 'Slug')}</div>
    ${renderSources()} ${renderUsers()}
  </div>
`;
