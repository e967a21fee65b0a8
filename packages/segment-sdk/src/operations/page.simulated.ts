import type { Outcome } from './example.js';

export const outcomes: readonly Outcome[] = [
  {
    event: {
      type: 'page',
      name: 'Product Listing',
      userId: 'user-42',
      properties: { url: '/products/widgets', category: 'Widgets', referrer: 'https://google.com' },
    },
  },
];
