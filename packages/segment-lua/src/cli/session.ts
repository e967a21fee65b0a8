import { createSegmentLua, type SegmentLua } from '../create-segment-lua.js';
import type { SegmentLuaOptions } from '../segment-lua-options.js';
import { simulatedAccounts } from '../simulated-accounts.js';
import type { ReceivedEvent } from './received-table.js';

/** A host, and the Segment it talks to. */
export interface Session {
  readonly host: SegmentLua;
  /** Who receives the events: the simulator, an address, Segment. */
  readonly name: string;
  /** The events that have arrived, where that can be seen. */
  readonly received?: () => readonly ReceivedEvent[];
}

/** What of the command line concerns whom to talk to. */
export interface SessionFlags {
  readonly live?: true;
  readonly url?: string;
}

const simulatorSession = async (options: SegmentLuaOptions): Promise<Session> => {
  const { createSimulator } = await import('@moonwire/segment-sdk/simulator');
  const simulator = createSimulator();
  const accounts = simulatedAccounts();
  const names = new Map(Object.entries(accounts).map(([name, { writeKey }]) => [writeKey, name]));
  return {
    host: createSegmentLua({ ...options, accounts, simulator }),
    name: 'The simulator',
    received: () => simulator.events.map(({ writeKey, ...event }) => ({ ...event, account: names.get(writeKey) ?? '' })),
  };
};

const liveSession = async (options: SegmentLuaOptions): Promise<Session> => {
  const { openRegistry } = await import('./live-registry.js');
  return { host: createSegmentLua({ ...options, accounts: openRegistry() }), name: 'Segment' };
};

const at = (url: string, options: SegmentLuaOptions): SegmentLuaOptions => ({
  ...options,
  client: { ...options.client, trackingUrl: url, publicApiUrl: url },
});

/** Opens the embedded simulator; or Segment with `--live`; or, at `--url`, what listens there. */
export const openSession = ({ live, url }: SessionFlags, options: SegmentLuaOptions): Promise<Session> => {
  if (live) return liveSession(url === undefined ? options : at(url, options));
  if (url === undefined) return simulatorSession(options);
  const host = createSegmentLua({ ...at(url, options), accounts: simulatedAccounts() });
  return Promise.resolve({ host, name: url });
};
