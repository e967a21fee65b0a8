import type { Outcome } from './example.js';

export const outcomes: readonly Outcome[] = [
  { event: { type: 'screen', name: 'Checkout', userId: 'user-42', properties: { step: 2 } } },
];
