import type { Example } from './example.js';

export const examples: readonly Example[] = [
  {
    title: 'List all sources',
    input: { slug: 'my-workspace' },
    result: {
      name: 'result',
      then: [
        {
          each: 'source',
          of: ['result', 'sources'],
          do: [{ print: [{ field: ['source', 'name'] }, { text: ' (' }, { field: ['source', 'id'] }, { text: ')' }] }],
        },
      ],
    },
  },
];
