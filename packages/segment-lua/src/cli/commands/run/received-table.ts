import type { ReceivedEvent } from '../../session/session.js';
import { layOut, type Row } from '../../terminal/table.js';

const HEADER: Row = ['TYPE', 'USER', 'EVENT', 'ACCOUNT', 'MESSAGE ID'];
const SHOWN = 50;

const toRow = (event: ReceivedEvent): Row => [
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
export const layOutReceived = async (events: readonly ReceivedEvent[], width: number): Promise<string[]> => {
  const lines = await layOut([HEADER, ...events.slice(0, SHOWN).map(toRow)], width);
  const rest = events.length - SHOWN;
  return rest > 0 ? [...lines, `… and ${rest.toLocaleString('en')} more`] : lines;
};
