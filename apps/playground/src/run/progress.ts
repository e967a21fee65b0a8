import { currentRun, type Run, updateRun } from '../state/run.js';
import type { RunListener } from './script-worker.js';

type Message = Parameters<RunListener>[0];

const applyMessages = (run: Run, messages: readonly Message[]): Partial<Run> => {
  const finished = messages.find((message) => message.type === 'finished')?.summary;
  const broken = messages.find((message) => message.type === 'broken')?.reason;
  return {
    output: run.output + messages.map((message) => (message.type === 'output' ? message.text : '')).join(''),
    exchanges: [
      ...run.exchanges,
      ...messages.flatMap((message) => (message.type === 'exchange' ? [message.exchange] : [])),
    ],
    // The summary's records know how each delivery ended.
    calls: finished?.calls ?? [
      ...run.calls,
      ...messages.flatMap((message) => (message.type === 'call' ? [message.call] : [])),
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
    if (waiting.length === 0) setTimeout(flush, 16);
    waiting.push(message);
    if (message.type !== 'finished' && message.type !== 'broken') return;
    flush();
    onFinished();
  };
};
