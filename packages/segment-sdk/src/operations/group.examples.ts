import type { Example } from './example.js';

export const examples: readonly Example[] = [
  {
    title: 'Add user to an organization',
    input: {
      groupId: 'org-123',
      userId: 'user-42',
      traits: { name: 'Acme Corp', plan: 'enterprise', industry: 'Technology', employee_count: 250 },
    },
  },
];
