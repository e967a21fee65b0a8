import { freeForm, optional, shape, text, unless } from '../schema/fields.js';
import { defineTracking } from './tracking.js';

/** `POST /v1/page` */
export const page = defineTracking({
  name: 'page',
  group: 'core',
  summary: 'Record a page view in Segment.',
  input: shape({
    name: text('The name of the page viewed'),
    userId: unless('anonymousId', text('The unique identifier for the user')),
    properties: optional(freeForm('Key-value pairs of page properties (url, referrer, title, path)')),
  }),
  examples: [
    {
      title: 'Record a page view',
      input: {
        name: 'Product Listing',
        userId: 'user-42',
        properties: { url: '/products/widgets', category: 'Widgets', referrer: 'https://google.com' },
      },
    },
  ],
});
