import type { WrittenEvent } from '@moonwire/segment-sdk/relay';

import { writeExactJson, writeText } from './exact-json/index.js';
import { NoEventError, type ReplayedEvent } from './shapes/shape.js';

/** Segment's limit for one event, in bytes. */
const MOST_BYTES = 32 * 1024;
const LONGEST_ID = 99;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

/**
 * Writes an event that happened before: whatever it holds is kept, and only what Segment would lose is refused.
 * @param createId Makes the id of an event that has none.
 * @throws NoEventError
 */
export const writeReplayed = (event: ReplayedEvent, createId: (json: string) => string): WrittenEvent => {
  const fields = { ...event, ...readIds(event) };
  check(fields);
  const own = writeExactJson(fields);
  const { messageId = createId(own), type, userId, anonymousId } = fields as ReplayedEvent & Partial<WrittenEvent>;
  const body = fields['messageId'] === undefined ? `{"messageId":"${messageId}",${own.slice(1)}` : own;
  const bytes = Buffer.byteLength(body);
  if (bytes > MOST_BYTES)
    throw new NoEventError(`the event is ${bytes} bytes long; Segment takes at most ${MOST_BYTES} (32 KB)`);
  return { operation: String(type), messageId, user: writeText(userId ?? anonymousId ?? ''), body, bytes };
};

const ID_FIELDS = ['messageId', 'userId', 'anonymousId', 'groupId', 'previousId'];

/** Ids are texts; some exports have numbers. */
const readIds = (event: ReplayedEvent): ReplayedEvent =>
  Object.fromEntries(
    ID_FIELDS.flatMap((name) =>
      typeof event[name] === 'number' || typeof event[name] === 'bigint' ? [[name, String(event[name])]] : [],
    ),
  );

const check = ({ type, ...fields }: ReplayedEvent): void => {
  const isMissing = (name: string): boolean => typeof fields[name] !== 'string' || fields[name] === '';
  if (isMissing('userId') && isMissing('anonymousId')) throw missing('userId', '; or give anonymousId');
  if (type === 'track' && isMissing('event')) throw missing('event');
  if (type === 'group' && isMissing('groupId')) throw missing('groupId');
  if (type === 'alias' && isMissing('previousId')) throw missing('previousId');
  const { timestamp, messageId } = fields;
  if (timestamp !== undefined && !isMoment(timestamp))
    throw new NoEventError(
      `bad field 'timestamp' (ISO 8601 date and time expected, got ${JSON.stringify(writeText(timestamp).slice(0, 40))})`,
    );
  if (messageId !== undefined && (isMissing('messageId') || writeText(messageId).length > LONGEST_ID))
    throw new NoEventError(`bad field 'messageId' (a text of at most ${LONGEST_ID} characters expected)`);
};

const isMoment = (value: unknown): boolean =>
  typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value));

const missing = (field: string, more = ''): NoEventError =>
  new NoEventError(`missing field '${field}' (string expected${more})`);
