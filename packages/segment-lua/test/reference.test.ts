import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { renderReference } from '@moonwire/docs-gen';

import config from '../../../docs-gen.config.js';

const expected = readFileSync(new URL('./fixtures/segment.md', import.meta.url), 'utf8');

test('the short Segment reference has exactly the published bytes', () => {
  expect(renderReference(config.reference)).toBe(expected);
});

test('the committed short reference has them too', () => {
  expect(readFileSync(new URL('../../../docs/reference/segment.md', import.meta.url), 'utf8')).toBe(expected);
});
