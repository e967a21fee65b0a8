import type { Example } from './example.js';

export const examples: readonly Example[] = [
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
];
