import { defineKeeper } from './credential.js';
import type { ReceivedEvent } from './types.js';

/** A JSON object as it was sent. */
export type JsonObject = Readonly<Record<string, unknown>>;

const keepWriteKey = defineKeeper('writeKey');

/** A text that is not empty; ids may be numbers, and are kept as text. */
const readText = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const NAMES = ['userId', 'anonymousId', 'event', 'name', 'groupId'] as const;

const describe = (body: JsonObject, type: string, receivedAt: string): Omit<ReceivedEvent, 'writeKey'> => {
  const given = NAMES.flatMap((name): [string, string][] => {
    const value = readText(body[name]);
    return value === undefined ? [] : [[name, value]];
  });
  const messageId = readText(body.messageId) ?? crypto.randomUUID();
  return { type, messageId, ...Object.fromEntries(given), receivedAt, body };
};

/** Segment counts an event only if somebody did it, a `track` says what was done, and it came in with a key. */
const counts = (body: JsonObject, type: string, writeKey: string): boolean => {
  const has = (name: string): boolean => readText(body[name]) !== undefined;
  return writeKey !== '' && (has('userId') || has('anonymousId')) && (type !== 'track' || has('event'));
};

/** The events of a request that Segment keeps; it answers the same whether or not it keeps one. */
export const receiveEvents = (bodies: readonly JsonObject[], writeKey: string): ReceivedEvent[] => {
  const receivedAt = new Date().toISOString();
  return bodies.flatMap((body) => {
    const type = String(body.type);
    const key = writeKey || (readText(body.writeKey) ?? '');
    return counts(body, type, key) ? [keepWriteKey(describe(body, type, receivedAt), key)] : [];
  });
};
