import type { Outcome } from './example.js';

export const outcomes: readonly Outcome[] = [
  {
    event: {
      type: 'identify',
      userId: 'user-42',
      traits: { name: 'Jane Doe', email: 'jane@example.com', plan: 'pro', role: 'admin' },
    },
  },
  {
    event: { type: 'identify', userId: 'user-42', traits: { plan: 'enterprise', upgraded_at: '2026-04-05' } },
  },
];
