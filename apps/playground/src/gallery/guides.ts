import type { Fault } from '../protocol/run-setup.js';
import accounts from './scripts/accounts.lua?raw';
import csv from './scripts/csv-to-events.lua?raw';
import errors from './scripts/error-handling.lua?raw';
import firstSteps from './scripts/first-steps.lua?raw';
import parallel from './scripts/parallel.lua?raw';
import workspace from './scripts/read-the-workspace.lua?raw';
import retry from './scripts/retry-under-faults.lua?raw';

/** A script worth reading, and the faults it is about. */
export interface Guide {
  readonly title: string;
  readonly description: string;
  readonly code: string;
  readonly faults?: readonly Omit<Fault, 'id'>[];
}

/** In the order in which a newcomer might read them; the first is what the page starts with. */
export const guides: readonly Guide[] = [
  { title: 'First steps', description: 'Identify a user, track what they do, see what arrives.', code: firstSteps },
  {
    title: 'Several accounts',
    description: 'One script, three workspaces: every account is a namespace.',
    code: accounts,
  },
  { title: 'Error handling', description: 'A refused call is a table with a code and a message.', code: errors },
  { title: 'CSV to events', description: 'Turn lines of text into identified users and events.', code: csv },
  { title: 'Read the workspace', description: 'Sources and users from the Public API.', code: workspace },
  {
    title: 'Side by side',
    description: 'parallel lets calls wait together instead of in turn.',
    code: parallel,
    faults: [{ kind: 'latency', times: 20, seconds: 0.3 }],
  },
  {
    title: 'Retry under faults',
    description: 'Segment answers 429, then 503, then drops the line. Nothing is lost.',
    code: retry,
    faults: [
      { kind: 'rate-limit', times: 1, seconds: 1 },
      { kind: 'server-error', times: 1, seconds: 0 },
      { kind: 'drop-after', times: 1, seconds: 0 },
    ],
  },
];
