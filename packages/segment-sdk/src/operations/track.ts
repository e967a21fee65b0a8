import { freeForm, optional, shape, text, unless } from '../schema/fields.js';
import { defineTracking } from './tracking.js';

/** `POST /v1/track` */
export const track = defineTracking({
  name: 'track',
  group: 'core',
  summary: 'Track a custom event for a user in Segment.',
  input: shape({
    event: text('The name of the event (e.g., "Order Completed")'),
    userId: unless('anonymousId', text('The unique identifier for the user')),
    properties: optional(freeForm('Key-value pairs of event properties')),
  }),
  examples: [
    {
      title: 'Track a purchase event',
      input: {
        event: 'Order Completed',
        userId: 'user-42',
        properties: { revenue: 99.99, currency: 'USD', productId: 'widget-3000', quantity: 2 },
      },
    },
    {
      title: 'Track a button click',
      input: { event: 'CTA Clicked', userId: 'user-42', properties: { button: 'Upgrade to Pro', page: '/pricing' } },
    },
  ],
});
