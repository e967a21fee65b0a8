import type { Reference } from '@moonwire/docs-gen';
import { operations } from '@moonwire/segment-sdk';

import { SEGMENT_NAMESPACE } from '../accounts/segment-account.js';
import { limitsGuide } from './guides/limits-guide.js';
import { scriptErrors } from './script-errors.js';

/** Segment's Lua functions as docs-gen renders them: references, editor definitions, the documents that agents read. */
export const segmentReference: Reference = {
  title: 'Segment',
  namespace: SEGMENT_NAMESPACE,
  summary: 'Send events to Segment and read its workspace from Lua scripts.',
  operations,
  accounts: { example: 'track', names: ['production', 'staging'] },
  errors: scriptErrors,
  guides: [limitsGuide],
  typescript: {
    client: 'segment',
    setup: [
      "import { createSegment } from '@moonwire/segment-sdk';",
      '',
      'const segment = createSegment({',
      '  writeKey: process.env.SEGMENT_WRITE_KEY,',
      '  apiToken: process.env.SEGMENT_API_TOKEN,',
      '});',
    ].join('\n'),
  },
};
