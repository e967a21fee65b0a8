import type { Region } from '@moonwire/segment-sdk';

import type { SegmentLuaOptions } from './segment-lua-options.js';

/** The name of the simulator as a target. */
export const SIMULATOR = 'simulator';

/**
 * Whom a host's scripts talk to, as it is named everywhere: `simulator`, `segment (us)`, or an address.
 *
 * @param regions The regions of the accounts. Default: `us`.
 */
export const nameTarget = (
  { simulator, client = {} }: Pick<SegmentLuaOptions, 'simulator' | 'client'>,
  regions: Iterable<Region> = [],
): string => {
  if (simulator) return SIMULATOR;
  const segment = `segment (${[...new Set(regions)].sort().join(', ') || 'us'})`;
  return [...new Set([client.trackingUrl ?? segment, client.publicApiUrl ?? segment])].join(', ');
};

/** A target in a sentence: `the simulator`, `Segment (us)`, or the address. */
export const sayTarget = (target: string): string =>
  target === SIMULATOR ? 'the simulator' : target.replace(/^segment /, 'Segment ');

/** The same at the beginning of a sentence: `The simulator`. */
export const sayTargetFirst = (target: string): string => sayTarget(target).replace(/^the /, 'The ');
