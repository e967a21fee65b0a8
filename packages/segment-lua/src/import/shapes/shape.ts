/** A row as an export has it. */
export type ExportedRow = Readonly<Record<string, unknown>>;

/** An event as it travels, of which an export is a record. */
export type ReplayedEvent = Readonly<Record<string, unknown>>;

/** Makes the event again that a row is the record of. @param file The file it is in. */
export type Shape = (row: ExportedRow, file: string) => ReplayedEvent;

/** What each type of event has beside what all have. */
export const EVENT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  track: ['event', 'properties'],
  identify: ['traits'],
  page: ['name', 'category', 'properties'],
  screen: ['name', 'category', 'properties'],
  group: ['groupId', 'traits'],
  alias: ['previousId'],
};

/** A row that cannot be taken for an event. */
export class NoEventError extends Error {
  override readonly name = 'NoEventError';
  readonly code = 'invalid_input';
}
