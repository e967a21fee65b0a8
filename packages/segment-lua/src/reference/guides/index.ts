import type { Guide } from '@moonwire/docs-gen';

import { accountsGuide } from './accounts-guide.js';
import { agentsGuide } from './agents-guide.js';
import { importsGuide } from './imports-guide.js';
import { librariesGuide } from './libraries-guide.js';
import { limitsGuide } from './limits-guide.js';
import { mistakesGuide } from './mistakes-guide.js';
import { retriesGuide } from './retries-guide.js';
import { simulatorGuide } from './simulator-guide.js';
import { startGuide } from './start-guide.js';

/** The pages beside those of functions, in the order in which they are listed. */
export const guides: readonly Guide[] = [
  startGuide,
  accountsGuide,
  librariesGuide,
  retriesGuide,
  importsGuide,
  simulatorGuide,
  agentsGuide,
  limitsGuide,
  mistakesGuide,
];
