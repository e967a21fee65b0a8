import type { ReceivedEvent as SimulatorEvent } from '@moonwire/segment-sdk/simulator';

import { simulatedAccounts } from '../../accounts/simulated-accounts.js';
import { createSegmentLua, type SegmentLua } from '../../host/create-segment-lua.js';
import type { SegmentLuaOptions } from '../../host/segment-lua-options.js';

/** An event that has reached the simulator, and the account whose write key came with it. */
export interface ReceivedEvent extends Omit<SimulatorEvent, 'writeKey'> {
  readonly account: string;
}

/** A host, and the Segment it talks to. */
export interface Session {
  readonly host: SegmentLua;
  /** What the host was made with. */
  readonly options: SegmentLuaOptions;
  /** Who receives the events: the simulator, an address, Segment. */
  readonly name: string;
  /** The events that have arrived, where that can be seen. */
  readonly received?: () => readonly ReceivedEvent[];
  /** Forgets the events that have arrived. */
  readonly forget?: () => void;
}

/** What of the command line concerns whom to talk to. */
export interface SessionFlags {
  readonly live?: true;
  readonly url?: string;
}

const withHost = (options: SegmentLuaOptions): Pick<Session, 'host' | 'options'> => ({
  host: createSegmentLua(options),
  options,
});

const simulatorSession = async (options: SegmentLuaOptions): Promise<Session> => {
  const { createSimulator } = await import('@moonwire/segment-sdk/simulator');
  const simulator = createSimulator();
  const accounts = simulatedAccounts();
  const names = new Map(Object.entries(accounts).map(([name, { writeKey }]) => [writeKey, name]));
  return {
    ...withHost({ ...options, accounts, simulator }),
    name: 'The simulator',
    forget: simulator.reset,
    received: () =>
      simulator.events.map(({ writeKey, ...event }) => ({ ...event, account: names.get(writeKey) ?? '' })),
  };
};

const liveSession = async (options: SegmentLuaOptions): Promise<Session> => {
  const { openRegistry } = await import('./live-registry.js');
  return { ...withHost({ ...options, accounts: openRegistry() }), name: 'Segment' };
};

const at = (url: string, options: SegmentLuaOptions): SegmentLuaOptions => ({
  ...options,
  client: { ...options.client, trackingUrl: url, publicApiUrl: url },
});

/** Opens the embedded simulator; or Segment with `--live`; or, at `--url`, what listens there. */
export const openSession = ({ live, url }: SessionFlags, options: SegmentLuaOptions): Promise<Session> => {
  if (live) return liveSession(url === undefined ? options : at(url, options));
  if (url === undefined) return simulatorSession(options);
  return Promise.resolve({ ...withHost({ ...at(url, options), accounts: simulatedAccounts() }), name: url });
};
