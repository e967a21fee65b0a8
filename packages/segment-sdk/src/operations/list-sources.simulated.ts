import type { Outcome } from './example.js';

export const outcomes: readonly Outcome[] = [{ output: 'Website (abc123)\nShop (def456)\nShop (staging) (ghi789)\n' }];
