import type { Example } from './example.js';

export const examples: readonly Example[] = [
  {
    title: 'Get workspace details',
    input: { slug: 'my-workspace' },
    result: { name: 'ws', then: [{ print: [{ field: ['ws', 'name'] }] }, { print: [{ field: ['ws', 'id'] }] }] },
  },
];
