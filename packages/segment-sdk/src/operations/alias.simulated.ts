import type { Outcome } from './example.js';

export const outcomes: readonly Outcome[] = [{ event: { type: 'alias', userId: 'user-42', previousId: 'visitor-7' } }];
