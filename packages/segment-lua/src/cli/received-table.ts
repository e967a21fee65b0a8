import type { ReceivedEvent as SimulatorEvent } from '@moonwire/segment-sdk/simulator';

import { layOut, type Row } from './table.js';

/** An event that has reached the simulator, and the account whose write key came with it. */
export interface ReceivedEvent extends Omit<SimulatorEvent, 'writeKey'> {
  readonly account: string;
}

const HEADER: Row = ['TYPE', 'USER', 'EVENT', 'ACCOUNT', 'MESSAGE ID'];
const SHOWN = 50;

const rowOf = (event: ReceivedEvent): Row => [
  event.type,
  event.userId ?? event.anonymousId ?? '',
  event.event ?? event.name ?? event.groupId ?? '',
  event.account,
  event.messageId,
];

/**
 * The events as a table, the oldest first; of a long list the first {@link SHOWN} and a count of the rest.
 * @param width The terminal's columns.
 */
export const receivedTable = async (events: readonly ReceivedEvent[], width: number): Promise<string[]> => {
  const lines = await layOut([HEADER, ...events.slice(0, SHOWN).map(rowOf)], width);
  const rest = events.length - SHOWN;
  return rest > 0 ? [...lines, `… and ${rest.toLocaleString('en')} more`] : lines;
};
