import type { Reference } from '@moonwire/docs-gen';

import { guides } from './guides/index.js';
import { referenceGroups } from './public-groups.js';
import { scriptGlobals } from './script-globals.js';
import { segmentReference } from './segment-reference.js';
import { synonyms } from './synonyms.js';

/** {@link segmentReference} with the whole Public API in groups: what agents read and search, and the pages of docs. */
export const wholeReference: Reference = {
  ...segmentReference,
  guides,
  groups: referenceGroups(),
  synonyms,
  definitions: scriptGlobals,
};
