import type { Reference } from '@moonwire/docs-gen';
import { operations } from '@moonwire/segment-sdk';
import { SEGMENT_NAMESPACE } from './namespace.js';

/** Segment's Lua functions as docs-gen renders them: references, editor definitions, the documents that agents read. */
export const segmentReference: Reference = {
  title: 'Segment',
  namespace: SEGMENT_NAMESPACE,
  operations,
  accounts: { example: 'track', names: ['production', 'staging'] },
};
