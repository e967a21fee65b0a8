import type { Example } from './example.js';

export const examples: readonly Example[] = [
  {
    title: 'Join a visitor with the account they opened',
    input: { userId: 'user-42', previousId: 'visitor-7' },
  },
];
