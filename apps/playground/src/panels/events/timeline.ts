import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit-html';

import { formatCount, formatDuration } from '../../elements/quantity.js';
import { findEnd, nameFailure, readNamedWait, type SentRequest, sentRequests } from '../../events/attempts.js';
import { selectedKey } from '../../events/event-rows.js';
import { type Exchange, hasSucceeded } from '../../protocol/exchange.js';

/** Thousandths of the width, so that numbers are short. */
const WIDTH = 1000;
const LANE = 10;
/** Where a bar would be too thin to be seen. */
const THINNEST = 3;

interface Scale {
  readonly start: number;
  readonly end: number;
}

const place = ({ start, end }: Scale, time: number): number => ((time - start) / Math.max(1, end - start)) * WIDTH;

const startOf = ({ attempts: [first] }: SentRequest): number => first?.sentAt ?? 0;
const endOf = ({ attempts }: SentRequest): number => Math.max(...attempts.map(findEnd));

/** Puts requests that do not overlap into one lane. */
const chooseLanes = (requests: readonly SentRequest[]): readonly number[] => {
  const ends: number[] = [];
  return requests.map((request) => {
    const free = ends.findIndex((end) => end <= startOf(request));
    const lane = free < 0 ? ends.length : free;
    ends[lane] = endOf(request);
    return lane;
  });
};

const renderAttempt = (exchange: Exchange, scale: Scale, y: number): SVGTemplateResult => {
  const x = place(scale, exchange.sentAt);
  const width = Math.max(THINNEST, place(scale, findEnd(exchange)) - x);
  const select = (): void => {
    selectedKey.value = `request-${exchange.id}`;
  };
  return svg`
    <rect class=${hasSucceeded(exchange) ? 'good' : 'bad'} x=${x} y=${y} width=${width} height=${LANE - 3} @click=${select}>
      <title>${nameFailure(exchange)} after ${formatDuration(exchange.ms)}</title>
    </rect>
  `;
};

const describeReason = (failed: Exchange): string =>
  `${nameFailure(failed)}${readNamedWait(failed) ? ', Retry-After' : ''}`;

const renderWait = (failed: Exchange, next: Exchange, scale: Scale, y: number): SVGTemplateResult => {
  const x = place(scale, findEnd(failed));
  return svg`
    <rect class="wait" x=${x} y=${y} width=${Math.max(0, place(scale, next.sentAt) - x)} height=${LANE - 3} fill="url(#waiting)">
      <title>waited ${formatDuration(next.sentAt - findEnd(failed))}: ${describeReason(failed)}</title>
    </rect>
  `;
};

const renderRequest = ({ attempts }: SentRequest, scale: Scale, lane: number): SVGTemplateResult => {
  const y = lane * LANE + 1;
  return svg`<g>${attempts.map((attempt, index) => {
    const next = attempts[index + 1];
    return svg`${next ? renderWait(attempt, next, scale, y) : nothing}${renderAttempt(attempt, scale, y)}`;
  })}</g>`;
};

const summarize = (requests: readonly SentRequest[], { start, end }: Scale): string => {
  const retried = requests.filter(({ attempts }) => attempts.length > 1);
  const said = `${formatCount(requests.length, 'request')} in ${formatDuration(end - start)}`;
  const [reason] = retried.flatMap(({ attempts }) => attempts.slice(0, 1).map(describeReason));
  return reason === undefined ? said : `${said}, ${retried.length} tried again (${reason})`;
};

/** The requests of a run over time: one bar each, its attempts joined, the waits between them hatched. */
export const renderTimeline = (): TemplateResult => {
  const requests = sentRequests.value;
  const scale = { start: Math.min(...requests.map(startOf)), end: Math.max(...requests.map(endOf)) };
  const lanes = chooseLanes(requests);
  const height = (Math.max(...lanes) + 1) * LANE;
  return html`
    <figure class="timeline">
      <figcaption class="small faint">${summarize(requests, scale)}</figcaption>
      <div class="lanes">
        <svg aria-hidden="true" width="100%" height=${height} viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none">
          <pattern id="waiting" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" /></pattern>
          ${requests.map((request, index) => renderRequest(request, scale, lanes[index] ?? 0))}
        </svg>
      </div>
    </figure>
  `;
};
