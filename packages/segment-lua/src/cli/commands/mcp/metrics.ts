import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { RunScript } from '../../../mcp/execute-lua.js';
import type { Runs } from '../../../mcp/runs.js';
import type { AnsweredRequest, MetricsText } from '../../../mcp/serve-http.js';

/** What a server measures of itself. */
export interface Metrics {
  /** Measures the runs of one token. */
  readonly measure: (token: string, run: RunScript) => RunScript;
  readonly count: (request: AnsweredRequest) => void;
  /** Everything, as Prometheus reads it. */
  readonly read: () => Promise<MetricsText>;
}

/** Seconds: most scripts take a few hundredths, some wait for Segment. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Labels are names of tokens, of operations and of errors: never what a client or a script says. */
export const createMetrics = (load: () => Runs['load']): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { runs, seconds, calls, events, requests } = createInstruments(registry, load);
  return {
    measure: (token, run) => async (code, options, caller) => {
      const end = seconds.startTimer({ token });
      const result = await run(code, options, caller);
      end();
      runs.inc({ token, result: result.error?.code ?? 'ok' });
      for (const { operation, status } of result.calls) calls.inc({ token, operation, status });
      const { delivered, failed } = result.deliveries;
      events.inc({ token, result: 'delivered' }, delivered);
      events.inc({ token, result: 'failed' }, failed.length);
      return result;
    },
    count: ({ status }) => {
      requests.inc({ status });
    },
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
};

const createInstruments = (registry: Registry, load: () => Runs['load']) => {
  const describe = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) => ({
    name: `segment_lua_${name}`,
    help,
    labelNames,
    registers: [registry],
  });
  for (const state of ['running', 'queued'] as const)
    new Gauge({
      ...describe(`runs_${state}`, `Scripts that are ${state} now`, []),
      collect() {
        this.set(load()[state]);
      },
    });
  return {
    runs: new Counter(describe('runs_total', 'Scripts run, by how they ended', ['token', 'result'])),
    seconds: new Histogram({
      ...describe('run_seconds', 'Seconds from the start of a script to its last delivery', ['token']),
      buckets: BUCKETS,
    }),
    calls: new Counter(describe('calls_total', 'Calls that scripts made', ['token', 'operation', 'status'])),
    events: new Counter(describe('events_total', 'Events of scripts, by what came of them', ['token', 'result'])),
    requests: new Counter(describe('http_requests_total', 'Requests answered, by status', ['status'])),
  };
};
