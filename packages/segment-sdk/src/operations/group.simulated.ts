import type { Outcome } from './example.js';

export const outcomes: readonly Outcome[] = [
  {
    event: {
      type: 'group',
      groupId: 'org-123',
      userId: 'user-42',
      traits: { name: 'Acme Corp', plan: 'enterprise', industry: 'Technology', employee_count: 250 },
    },
  },
];
