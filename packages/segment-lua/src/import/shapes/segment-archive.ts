import { findMoment } from './moment.js';
import { EVENT_FIELDS, type ExportedRow, NoEventError, type ReplayedEvent, type Shape } from './shape.js';

/**
 * Segment's raw archive, as it lies in S3 (`segment-logs/SOURCE/DAY/….gz`): an event on each line, as it travelled.
 * What Segment wrote of its arrival (`sentAt`, `receivedAt`, `originalTimestamp`) gives way to the moment it found.
 */
export const shapeArchived: Shape = (row) => pickFields(row, readType(row));

/** RudderStack's events: traits of a user lie in the context, and the address beside it. */
export const shapeRudder: Shape = (row) => {
  const message = isRecord(row['message']) ? row['message'] : row;
  const context = isRecord(message['context']) ? message['context'] : {};
  const type = readType(message);
  const ip = context['ip'] ?? message['request_ip'];
  return pickFields(
    {
      ...message,
      ...(type === 'identify' && { traits: message['traits'] ?? context['traits'] ?? message['userProperties'] }),
      ...((message['context'] !== undefined || ip !== undefined) && {
        context: { ...context, ...(ip !== undefined && ip !== null && { ip }) },
      }),
    },
    type,
  );
};

const SHARED_FIELDS = ['messageId', 'userId', 'anonymousId', 'context', 'integrations'];

const readType = ({ type }: ExportedRow): string => {
  if (typeof type === 'string' && Object.hasOwn(EVENT_FIELDS, type)) return type;
  const given = type === undefined ? "it has no field 'type'" : `its type is ${JSON.stringify(type)}`;
  throw new NoEventError(`the row is no event: ${given} (${Object.keys(EVENT_FIELDS).join(', ')} expected)`);
};

/** Absent and null are one to an event. */
const pickFields = (row: ExportedRow, type: string): ReplayedEvent => {
  const event: Record<string, unknown> = { type };
  for (const name of [...SHARED_FIELDS, ...(EVENT_FIELDS[type] as readonly string[])]) {
    const value = row[name];
    if (value !== undefined && value !== null) event[name] = value;
  }
  const timestamp = findMoment({
    timestamp: row['timestamp'],
    original: row['originalTimestamp'],
    sent: row['sentAt'],
    received: row['receivedAt'],
  });
  return timestamp === undefined ? event : { ...event, timestamp };
};

const isRecord = (value: unknown): value is ExportedRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
