import { html, nothing, type TemplateResult } from 'lit-html';

import { linkLines, renderLineLink } from '../editor/line-link.js';
import { keepEndInSight } from '../elements/end-in-sight.js';
import { met } from '../elements/met.js';
import { DOCS } from '../elements/places.js';
import { formatBytes, formatCount, formatDuration, formatTimeOfDay } from '../elements/quantity.js';
import type { RunSummary } from '../protocol/messages.js';
import { currentRun, keepRun, pastRuns, type Run, showRun } from '../state/run.js';
import { renderPrinted } from './printed-text.js';
import { renderWaitingRequests } from './waiting-requests.js';

const STATUS_TEXTS = {
  running: 'Running',
  succeeded: 'Done',
  failed: 'Failed',
  stopped: 'Stopped',
  broken: 'Broken off',
} as const;

const renderStatus = ({ status: now }: Run): TemplateResult =>
  html`<span class="status" data-status=${now}>${STATUS_TEXTS[now]}</span>`;

const renderUsage = ({
  usage: { timeMs, instructions, memoryBytes, hostCalls, batches },
}: RunSummary): TemplateResult => html`
  <ul class="usage" aria-label="What the run cost">
    <li>${formatDuration(timeMs)}</li>
    <li>${formatCount(instructions, 'instruction')}</li>
    <li>${formatBytes(memoryBytes)}</li>
    <li>${formatCount(hostCalls, 'call')}</li>
    <li>${formatCount(batches, 'batch', 'batches')}</li>
  </ul>
`;

const renderFailure = ({ error }: RunSummary): TemplateResult | typeof nothing => {
  if (!error) return nothing;
  const { message, code, line, traceback } = error;
  const place = line !== undefined && !message.includes(`:${line}:`) ? html` at ${renderLineLink(line)}` : nothing;
  return html`
    <div class="failure" role="alert">
      <p>${linkLines(message)}${place}</p>
      <p class="code-name mono">${code} <a href="${DOCS}guides/errors.html#${code}" target="_blank" rel="noopener">What it means</a></p>
      ${traceback ? html`<details><summary>Traceback</summary><pre>${linkLines(traceback)}</pre></details>` : nothing}
    </div>
  `;
};

const renderDeliveries = ({
  deliveries: { queued, delivered, failed },
}: RunSummary): TemplateResult | typeof nothing => {
  if (queued === 0) return nothing;
  return html`
    <p class="delivery ${delivered === queued ? '' : 'bad'}">${delivered === queued ? `${formatCount(queued, 'event')} delivered` : `${delivered} of ${formatCount(queued, 'event')} delivered`}</p>
    ${failed.map(({ line, operation, error }) => html`<p class="delivery bad">${operation} at ${renderLineLink(line)}: ${error.message}</p>`)}
  `;
};

const renderReturned = ({ returned }: RunSummary): TemplateResult | typeof nothing =>
  returned.length === 0
    ? nothing
    : html`<p class="returned"><span class="faint">returned</span> <code>${returned.join(', ')}</code></p>`;

const renderEnding = (summary: RunSummary): TemplateResult =>
  html`${renderReturned(summary)} ${renderFailure(summary)} ${renderDeliveries(summary)}`;

const RELOAD_BUTTON = html`<button type="button" class="button small" @click=${() => {
  location.reload();
}}>Reload the page</button>`;

const renderBreakdown = (reason: string): TemplateResult => html`
  <div class="failure" role="alert">
    <p>${reason}</p>
    <p>Run it once more. If that does not help, check the network and reload: your script is kept.</p>
    <p>${RELOAD_BUTTON}</p>
  </div>
`;

/** A worker that is kept back by the network says nothing at all. */
const renderLoading = (): TemplateResult => html`
  <p class="notice" role="status">Loading Lua. If this takes long, check the network, press Stop and run again.</p>
`;

const renderBody = (run: Run | undefined): TemplateResult => {
  if (!run) return html`<p class="faint">What the script prints appears here.</p>`;
  const isSilent = run.output === '' && run.summary?.error === undefined && !/running|broken/.test(run.status);
  return html`
    ${run.output === '' ? nothing : renderPrinted(run.output)}
    ${isSilent ? html`<p class="faint">The script printed nothing.</p>` : nothing} ${run.summary ? renderEnding(run.summary) : nothing}
    ${run.broken === undefined ? nothing : renderBreakdown(run.broken)} ${run.status === 'running' && run.worker.value === 'loading' ? renderLoading() : nothing}
    ${renderWaitingRequests()}
    ${run.status === 'stopped' ? html`<p class="notice">You stopped the script. What it had sent by then stays in the list.</p>` : nothing}
  `;
};

const describeRun = ({ id, startedAt, status, exchanges }: Run): string => {
  const events = exchanges.reduce((sum, { received }) => sum + received.length, 0);
  return `Run ${id}, ${formatTimeOfDay(startedAt)}: ${STATUS_TEXTS[status]}, ${formatCount(events, 'event')}`;
};

const renderHistory = (run: Run): TemplateResult | typeof nothing => {
  const runs = [run, ...pastRuns.value.filter(({ id }) => id !== run.id)].toSorted((one, other) => other.id - one.id);
  const choose = (id: number) => (event: Event) => {
    const list = (event.currentTarget as Element).closest('details');
    list?.removeAttribute('open');
    list?.querySelector('summary')?.focus();
    keepRun();
    showRun(id);
  };
  const renderPast = (past: Run): TemplateResult =>
    html`<li><button type="button" class="button small quiet" aria-current=${past.id === run.id} @click=${choose(past.id)}>${describeRun(past)}</button></li>`;
  return runs.length < 2 || run.status === 'running'
    ? nothing
    : html`<details class="history"><summary>Run ${run.id}</summary><ul>${runs.map(renderPast)}</ul></details>`;
};

/** What the script printed, how it ended and what it cost. */
export const renderOutputPanel = (): TemplateResult => {
  const run = currentRun.value;
  return html`
    <div class="pane-head">
      <h2>Output</h2>
      ${run ? html`${renderStatus(run)} ${renderHistory(run)}` : nothing} <span class="spring"></span> ${run?.summary ? renderUsage(run.summary) : nothing}
    </div>
    <div class="pane-body printout" role="log" aria-label="Output" tabindex="0" ${met(keepEndInSight)}>${renderBody(run)}</div>
  `;
};
