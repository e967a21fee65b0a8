import { dateTime, givenForm, optional, shape, text, unless } from '../schema/fields.js';
import type { Infer, ObjectSchema } from '../schema/schema.js';
import { named, type TrackingSpec } from './operation.js';

/** What every tracking call accepts beside its own fields. */
export const trackingOptions = shape({
  anonymousId: optional(text('An identifier for a user who is not known yet; it may stand in for userId')),
  timestamp: optional(dateTime('When it happened, if not now (ISO 8601 with an offset)')),
  messageId: optional(
    text('Identifies the event, so that sending it twice counts once (a random UUID if absent)', { maxLength: 99 }),
  ),
  context: optional(givenForm('What else is known about the circumstances (ip, locale, userAgent, campaign)')),
  integrations: optional(givenForm('Which destinations receive the event (e.g., All = true)')),
});

/** Whom an event is about, where a call does not say it in words of its own. */
export const userId = unless('anonymousId', text('The unique identifier for the user'));

/** What a tracking call resolves with. */
export const receipt = shape({
  messageId: text('Identifies the event'),
  status: text(
    '"delivered" once Segment accepted the event, "queued" while it waits, "dropped" if beforeSend removed it, "disabled" if the client is',
  ),
});

/** The receipt of one event. */
export type Receipt = Infer<typeof receipt>;

type Definition<I extends ObjectSchema> = Omit<
  TrackingSpec,
  'method' | 'auth' | 'effect' | 'type' | 'options' | 'output' | 'input'
> & { readonly input: I };

/** Declares an operation that sends one event; its type on the wire is the operation's name. */
export const defineTracking = <const Name extends string, I extends ObjectSchema>(
  definition: Definition<I> & { readonly name: Name },
) =>
  named({
    ...definition,
    type: definition.name,
    auth: 'writeKey' as const,
    effect: 'write' as const,
    options: trackingOptions,
    output: receipt,
  });
