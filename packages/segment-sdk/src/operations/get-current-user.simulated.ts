import type { Outcome } from './example.js';

export const outcomes: readonly Outcome[] = [{ output: 'Authenticated as: jane@example.com\n' }];
