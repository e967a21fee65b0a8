import type { ReceivedEvent as SimulatorEvent } from '@moonwire/segment-sdk/simulator';

import { simulatedAccounts } from '../../accounts/simulated-accounts.js';
import { createSegmentLua, type SegmentLua } from '../../host/create-segment-lua.js';
import type { HintFinder } from '../../host/hint-finder.js';
import type { SegmentLuaOptions } from '../../host/segment-lua-options.js';
import { nameTarget, SIMULATOR } from '../../host/target.js';
import { openQueues, type QueueSync } from './queue-place.js';
import { findRemedies } from './remedies.js';

/** An event that has reached the simulator, and the account whose write key came with it. */
export interface ReceivedEvent extends Omit<SimulatorEvent, 'writeKey'> {
  readonly account: string;
}

/** A host, and the Segment it talks to. */
export interface Session {
  readonly host: SegmentLua;
  /** What the host was made with. */
  readonly options: SegmentLuaOptions;
  /** Whom scripts talk to: `simulator`, `segment (us)`, or an address. */
  readonly target: string;
  /** The events that have arrived, where that can be seen. */
  readonly received?: () => readonly ReceivedEvent[];
  /** Forgets the events that have arrived. */
  readonly forget?: () => void;
}

/** What of the command line concerns whom to talk to. */
export interface SessionFlags {
  readonly live?: true | undefined;
  readonly url?: string | undefined;
  /** Files of tracking plans. */
  readonly plan?: readonly string[] | undefined;
  /** The folder that events wait in until Segment has them; they wait in memory if absent. */
  readonly queue?: string | undefined;
  /** When a folder of `queue` has an event. */
  readonly queueSync?: QueueSync | undefined;
  /** The only accounts that scripts know; all there are if absent. */
  readonly accounts?: readonly string[] | undefined;
}

/** Nobody waits for the checks to load before a script has run. */
const findHintsLater: HintFinder = async (script, result) => {
  const { findHints } = await import('../../check/find-hints.js');
  return [...(await findHints(script, result)), ...findRemedies(result)];
};

const createHost = (options: SegmentLuaOptions): Pick<Session, 'host' | 'options'> => ({
  host: createSegmentLua({ hints: findHintsLater, ...options }),
  options,
});

const openSimulator = async (options: SegmentLuaOptions, known: SessionFlags['accounts']): Promise<Session> => {
  const { createSimulator } = await import('@moonwire/segment-sdk/simulator');
  const simulator = createSimulator();
  const accounts = simulatedAccounts(known);
  const names = new Map(Object.entries(accounts).map(([name, { writeKey }]) => [writeKey, name]));
  return {
    ...createHost({ ...options, accounts, simulator }),
    target: SIMULATOR,
    forget: simulator.reset,
    received: () =>
      simulator.events.map(({ writeKey, ...event }) => ({ ...event, account: names.get(writeKey) ?? '' })),
  };
};

const openLive = async (
  options: SegmentLuaOptions,
  { plan = [], accounts: known }: Pick<SessionFlags, 'plan' | 'accounts'>,
): Promise<Session> => {
  const { openRegistry, SERVICE } = await import('./live-registry.js');
  const accounts = openRegistry(undefined, known);
  const listed = await accounts.list(SERVICE);
  const regions = listed.map(({ fields }) => fields.region ?? 'us');
  // Most command lines know no plan, and reading one takes code of its own.
  const isPlanned = plan.length > 0 || listed.some(({ fields }) => fields.plan !== undefined);
  const plans = isPlanned ? await (await import('./account-plans.js')).readPlansOf(accounts, plan) : {};
  return { ...createHost({ ...options, ...plans, accounts }), target: nameTarget(options, regions) };
};

const aimAt = (url: string, options: SegmentLuaOptions): SegmentLuaOptions => ({
  ...options,
  client: { ...options.client, trackingUrl: url, publicApiUrl: url },
});

/** Opens the embedded simulator; or Segment with `--live`; or, at `--url`, what listens there. */
export const openSession = async (
  { live, url, plan = [], queue, queueSync, accounts }: SessionFlags,
  given: SegmentLuaOptions,
): Promise<Session> => {
  const kept = { ...given, ...(await openQueues(queue, { live, url }, queueSync)) };
  if (live) return openLive(url === undefined ? kept : aimAt(url, kept), { plan, accounts });
  const options = { ...kept, ...(plan.length > 0 && (await (await import('./plan-file.js')).readPlans(plan))) };
  if (url === undefined) return openSimulator(options, accounts);
  const aimed = aimAt(url, options);
  return { ...createHost({ ...aimed, accounts: simulatedAccounts(accounts) }), target: nameTarget(aimed) };
};
