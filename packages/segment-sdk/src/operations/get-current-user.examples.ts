import type { Example } from './example.js';

export const examples: readonly Example[] = [
  {
    title: 'Verify API token is working',
    input: {},
    result: { name: 'user', then: [{ print: [{ text: 'Authenticated as: ' }, { field: ['user', 'email'] }] }] },
  },
];
