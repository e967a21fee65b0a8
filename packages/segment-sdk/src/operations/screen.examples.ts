import type { Example } from './example.js';

export const examples: readonly Example[] = [
  {
    title: 'Record a screen view',
    input: { name: 'Checkout', userId: 'user-42', properties: { step: 2 } },
  },
];
