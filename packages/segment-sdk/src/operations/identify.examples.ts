import type { Example } from './example.js';

export const examples: readonly Example[] = [
  {
    title: 'Identify a user with traits',
    input: { userId: 'user-42', traits: { name: 'Jane Doe', email: 'jane@example.com', plan: 'pro', role: 'admin' } },
  },
  {
    title: "Update a user's plan",
    input: { userId: 'user-42', traits: { plan: 'enterprise', upgraded_at: '2026-04-05' } },
  },
];
