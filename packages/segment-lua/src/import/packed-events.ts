import type { WrittenEvent } from '@moonwire/segment-sdk/relay';

/** An event on its way between threads, and its account: a list is copied faster than an object with names. */
export type PackedEvent = readonly [
  account: string,
  operation: string,
  messageId: string,
  user: string,
  body: string,
  bytes: number,
];

/** Makes a list of an event. */
export const packEvent = (account: string, { operation, messageId, user, body, bytes }: WrittenEvent): PackedEvent => [
  account,
  operation,
  messageId,
  user,
  body,
  bytes,
];

/** Makes an event of a list. */
export const unpackEvent = ([, operation, messageId, user, body, bytes]: PackedEvent): WrittenEvent => ({
  operation,
  messageId,
  user,
  body,
  bytes,
});
