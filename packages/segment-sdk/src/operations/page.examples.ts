import type { Example } from './example.js';

export const examples: readonly Example[] = [
  {
    title: 'Record a page view',
    input: {
      name: 'Product Listing',
      userId: 'user-42',
      properties: { url: '/products/widgets', category: 'Widgets', referrer: 'https://google.com' },
    },
  },
];
