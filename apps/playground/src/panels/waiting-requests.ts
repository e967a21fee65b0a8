import { html, type TemplateResult } from 'lit-html';

import { findEnd, nameFailure, readNamedWait, type SentRequest, waitingRequests } from '../events/attempts.js';
import { now } from '../state/clock.js';
import { readLimits } from '../state/limits.js';

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };

const formatOrdinal = (number: number): string => `${number}${ENDINGS[ORDINALS.select(number)] ?? 'th'}`;

/** The client waits twice as long each time, and at most a minute. */
const findLongestWait = (retry: number): number => Math.min(60_000, 1000 * 2 ** (retry - 1));

const describeWait = ({ attempts }: SentRequest): string => {
  const [retry, last] = [attempts.length, attempts.at(-1)];
  if (!last) return '';
  const named = readNamedWait(last);
  const left = findEnd(last) + (named ?? findLongestWait(retry)) - now.value;
  const seconds = Math.max(1, Math.ceil(left / 1000));
  const place = `${formatOrdinal(retry)} of ${readLimits().maxRetries}`;
  return `${nameFailure(last)}: retrying ${named ? 'in' : 'within'} ${seconds} s (${place})`;
};

/** Lines shown; the others are counted. */
const MOST = 3;

/** What a running script waits for. */
export const renderWaitingRequests = (): TemplateResult => {
  const requests = waitingRequests.value;
  const more = requests.length - MOST;
  return html`
    ${requests.slice(0, MOST).map((request) => html`<p class="notice warn">${describeWait(request)}</p>`)}
    ${more > 0 ? html`<p class="faint">and ${more} more</p>` : ''}
  `;
};
