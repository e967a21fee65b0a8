import type { Example } from './example.js';

export const examples: readonly Example[] = [
  {
    title: 'Get source details',
    input: { slug: 'my-workspace', id: 'abc123' },
    result: {
      name: 'source',
      then: [{ print: [{ field: ['source', 'name'] }] }, { print: [{ field: ['source', 'writeKey'] }] }],
    },
  },
];
