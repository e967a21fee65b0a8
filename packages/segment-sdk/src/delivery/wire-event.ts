import { invalid } from '../errors.js';
import type { TrackingOperation } from '../operations/operation.js';
import type { FreeForm } from '../schema/schema.js';
import type { QueuedEvent } from './event-queue.js';

/** Segment's limit for one event, in bytes of UTF-8. */
export const MAX_EVENT_BYTES = 32 * 1024;

/** An event as it travels to Segment. */
export interface WireEvent {
  readonly type: string;
  readonly messageId: string;
  readonly timestamp: string;
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly context: FreeForm;
  readonly [field: string]: unknown;
}

const encoder = new TextEncoder();
const nodeBuffer = (globalThis as { readonly Buffer?: { readonly byteLength: (text: string) => number } }).Buffer;

/** Length of a text in bytes of UTF-8. */
export const byteLength = (text: string): number => (nodeBuffer ? nodeBuffer.byteLength(text) : encoder.encode(text).length);

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** A random id; pages that are not served over HTTPS have no `randomUUID`. */
export const randomId = (): string =>
  typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join('');

/** The fields every tracking call may carry; its own come on top. */
export interface TrackingInput {
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly messageId?: string;
  readonly timestamp?: string | Date;
  readonly context?: FreeForm;
}

const jsonOf = (operation: string, value: unknown): string => {
  try {
    return JSON.stringify(value);
  } catch (error) {
    throw invalid(operation, `the event cannot be written as JSON: ${error instanceof Error ? error.message.split('\n', 1).join('') : 'a toJSON or getter threw'}`);
  }
};

/** A queued event of a JSON body, or an error if it is over Segment's limit. */
export const sized = (operation: string, messageId: string, user: string, body: string): QueuedEvent => {
  const bytes = byteLength(body);
  if (bytes <= MAX_EVENT_BYTES) return { messageId, user, body, bytes };
  throw invalid(operation, `the event is ${bytes} bytes long; Segment takes at most ${MAX_EVENT_BYTES} bytes (32 KB) per event`, 'event_too_large');
};

/**
 * Writes an event once, at the call, so that later changes to the input cannot reach it.
 * @param library JSON of `context.library`.
 */
export const written = (operation: TrackingOperation, input: TrackingInput, library: string): QueuedEvent => {
  const { name, type } = operation;
  const messageId = input.messageId ?? randomId();
  const user = input.userId ?? input.anonymousId ?? '';
  const head =
    `{"type":"${type}"` +
    (input.messageId === undefined ? `,"messageId":"${messageId}"` : '') +
    (input.timestamp === undefined ? `,"timestamp":"${new Date().toISOString()}"` : '');
  if (input.context === undefined) return sized(name, messageId, user, `${head},"context":{"library":${library}},${jsonOf(name, input).slice(1)}`);
  const context = { library: JSON.parse(library) as unknown, ...input.context };
  return sized(name, messageId, user, `${head},${jsonOf(name, { ...input, context }).slice(1)}`);
};
