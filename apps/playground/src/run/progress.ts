import type { Exchange } from '../protocol/exchange.js';
import { currentRun, type Run, updateRun } from '../state/run.js';
import type { RunListener } from './script-worker.js';

type Message = Parameters<RunListener>[0];

/** They come in the order of their answers. */
const putInOrder = (exchanges: readonly Exchange[]): readonly Exchange[] =>
  exchanges.toSorted((one, other) => one.id - other.id);

/** How long to wait before what came is shown: the more there is, the longer showing it takes. */
const chooseDelay = (run: Run | undefined): number => Math.min(250, 16 + (run?.calls.length ?? 0) / 100);

const applyMessages = (run: Run, messages: readonly Message[]): Partial<Run> => {
  const finished = messages.find((message) => message.type === 'finished')?.summary;
  const broken = messages.find((message) => message.type === 'broken')?.reason;
  return {
    output: run.output + messages.map((message) => (message.type === 'output' ? message.text : '')).join(''),
    exchanges: putInOrder([
      ...run.exchanges,
      ...messages.flatMap((message) => (message.type === 'exchange' ? [message.exchange] : [])),
    ]),
    // The summary's records know how each delivery ended.
    calls: finished?.calls ?? [
      ...run.calls,
      ...messages.flatMap((message) => (message.type === 'calls' ? message.calls : [])),
    ],
    ...(finished && { summary: finished, status: finished.ok ? ('succeeded' as const) : ('failed' as const) }),
    ...(broken !== undefined && { broken, status: 'broken' as const }),
  };
};

/**
 * Brings a run's messages to the page once per frame at most: a script may print and send thousands of times a second.
 * @param onFinished Called when the run is over.
 */
export const createProgress = (onFinished: () => void): RunListener => {
  const runId = currentRun.value?.id;
  let waiting: Message[] = [];
  const flush = (): void => {
    const messages = waiting;
    waiting = [];
    if (messages.length > 0 && currentRun.value?.id === runId) updateRun((run) => applyMessages(run, messages));
  };
  return (message) => {
    if (waiting.length === 0) setTimeout(flush, chooseDelay(currentRun.peek()));
    waiting.push(message);
    if (message.type !== 'finished' && message.type !== 'broken') return;
    flush();
    onFinished();
  };
};
