import type { Outcome } from './example.js';

export const outcomes: readonly Outcome[] = [
  {
    event: {
      type: 'track',
      event: 'Order Completed',
      userId: 'user-42',
      properties: { revenue: 99.99, currency: 'USD', productId: 'widget-3000', quantity: 2 },
    },
  },
  {
    event: {
      type: 'track',
      event: 'CTA Clicked',
      userId: 'user-42',
      properties: { button: 'Upgrade to Pro', page: '/pricing' },
    },
  },
];
