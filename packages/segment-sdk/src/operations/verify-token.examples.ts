import type { Example } from './example.js';

export const examples: readonly Example[] = [
  {
    title: 'Check the API token',
    input: {},
    result: { name: 'token', then: [{ print: [{ field: ['token', 'workspace', 'slug'] }] }] },
  },
];
