import type { SegmentAccount } from './segment-account.js';
import { DEFAULT_ACCOUNT } from './segment-account.js';

const SIMULATED_NAMES = [DEFAULT_ACCOUNT, 'production', 'staging'];

const simulated = (name: string): SegmentAccount => ({ writeKey: `simulator-${name}`, apiToken: 'sgp_simulator' });

/**
 * Accounts for the simulator. Each has its own write key, `simulator-NAME`, by which the events that arrive can be told
 * apart, and the token of the simulated workspace.
 * @param names Default: `default`, `production`, `staging`.
 */
export const simulatedAccounts = (names: readonly string[] = SIMULATED_NAMES): Record<string, SegmentAccount> =>
  Object.fromEntries(names.map((name) => [name, simulated(name)]));
