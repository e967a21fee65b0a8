import type { Browser, CDPSession, Page } from 'playwright-core';

/** What the processor did for a page, in milliseconds: what it did for neighbours on the machine does not count. */
export interface ProcessorTime {
  /** For the thread that answers the reader. */
  readonly mainThread: () => Promise<number>;
  /** For all threads of the page and its workers; in steps of 10 ms. */
  readonly process: () => Promise<number>;
}

const metric = async (session: CDPSession, wanted: string): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === wanted)?.value ?? NaN) * 1000;
};

/** Counts from now on. */
export const processorTime = async (page: Page): Promise<ProcessorTime> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return { mainThread: () => metric(session, 'ThreadTime'), process: () => metric(session, 'ProcessTime') };
};

/** What a trace says of one piece of work. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor; absent of a task that began before the trace. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const TASKS = ['-*', 'disabled-by-default-devtools.timeline'];

/**
 * What each task took that the threads of pages did while `work` went on, in milliseconds of the processor: for as long
 * as one takes, no key is answered.
 */
export const tasksDuring = async (page: Page, work: () => Promise<unknown>): Promise<number[]> => {
  const browser = page.context().browser() as Browser;
  await browser.startTracing(page, { categories: TASKS });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const ofPages = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread),
  );
  return traceEvents
    .filter((event) => event.name === 'RunTask' && ofPages.has(thread(event)))
    .map(({ tdur = 0 }) => tdur / 1000);
};

/** The longest of these tasks. */
export const longestTask = async (page: Page, work: () => Promise<unknown>): Promise<number> =>
  (await tasksDuring(page, work)).reduce((longest, ms) => Math.max(longest, ms), 0);
