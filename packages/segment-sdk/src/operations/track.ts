import { givenForm, optional, shape, text } from '../schema/fields.js';
import { defineTracking, userId } from './tracking.js';

/** `POST /v1/track` */
export const track = defineTracking({
  name: 'track',
  group: 'core',
  summary: 'Track a custom event for a user in Segment.',
  input: shape({
    event: text('The name of the event (e.g., "Order Completed")'),
    userId,
    properties: optional(givenForm('Key-value pairs of event properties')),
  }),
});
