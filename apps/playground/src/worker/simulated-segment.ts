import type { Transport } from '@moonwire/segment-sdk';
import {
  createSimulator,
  type Fault as SimulatorFault,
  type PlanEnforcer,
  type Simulator,
  SIMULATOR_API_TOKEN,
} from '@moonwire/segment-sdk/simulator';

import type { Fault, FaultKind, SimulatedWorkspace } from '../protocol/run-setup.js';

const DETAILS: Readonly<Record<FaultKind, (seconds: number) => SimulatorFault>> = {
  'rate-limit': (seconds) => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: '{"success":false,"message":"Too many requests"}',
  }),
  'server-error': () => ({ status: 503, body: '{"success":false,"message":"Service unavailable"}' }),
  timeout: () => ({ hang: true }),
  'drop-before': () => ({ drop: 'before' }),
  'drop-after': () => ({ drop: 'after' }),
  latency: (seconds) => ({ latencyMs: seconds * 1000 }),
};

/** A simulator that holds the page's workspace and meets its faults. */
export const createSimulatedSegment = (
  { sources, ...workspace }: SimulatedWorkspace,
  faults: readonly Fault[],
  enforce?: PlanEnforcer['enforce'],
): Simulator => {
  const [template] = createSimulator().workspace.sources;
  if (!template) throw new Error('The standard workspace has no source to take the other fields from');
  const simulator = createSimulator({
    ...(enforce && { enforce }),
    workspace: {
      ...workspace,
      sources: sources.map(({ id, name, writeKey }) => ({
        ...template,
        id,
        name,
        slug: id,
        writeKeys: writeKey === '' ? [] : [writeKey],
      })),
    },
  });
  for (const { kind, times, seconds } of faults) simulator.inject({ ...DETAILS[kind](seconds), times });
  return simulator;
};

/** The simulator's transport, to which every account's token is as good as the one the simulator knows. */
export const createSimulatedTransport =
  ({ transport }: Simulator): Transport =>
  (request) => {
    const { headers } = request;
    const isBearer = /^bearer /i.test(headers.Authorization ?? '');
    return transport(
      isBearer ? { ...request, headers: { ...headers, Authorization: `Bearer ${SIMULATOR_API_TOKEN}` } } : request,
    );
  };
