import { freeForm, optional, shape, text, unless } from '../schema/fields.js';
import { defineTracking } from './tracking.js';

/** `POST /v1/screen` */
export const screen = defineTracking({
  name: 'screen',
  group: 'more',
  summary: 'Record a screen view of a mobile app in Segment.',
  input: shape({
    name: text('The name of the screen viewed'),
    userId: unless('anonymousId', text('The unique identifier for the user')),
    properties: optional(freeForm('Key-value pairs of screen properties')),
  }),
  examples: [
    { title: 'Record a screen view', input: { name: 'Checkout', userId: 'user-42', properties: { step: 2 } } },
  ],
});
