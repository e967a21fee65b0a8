import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { withHost } from './simulated-host.js';

const folder = new URL('../../../examples/', import.meta.url);

const outputs: Readonly<Record<string, string>> = {
  'quickstart.lua': `Workspace: My Workspace
Order of $118.99: queued
invalid_input: track: unknown field 'userid'. Did you mean: userId
Source: Website (abc123)
Source: Shop (def456)
Source: Shop (staging) (ghi789)
{id = "9aQ1Lj62S4bomZKLF4DPqW", name = "My Workspace", slug = "my-workspace"}
`,
  'accounts.lua': `Unknown function: app.integrations.segment.prodution. Did you mean: production
`,
  'errors.lua': `A missing field: invalid_input: track: missing field 'userId' (string expected; or give anonymousId)
A wrong type: invalid_input: track: bad field 'userId' (string expected, got number)
A misspelt field: invalid_input: identify: unknown field 'trait'. Did you mean: traits
Another workspace: not_found: get_workspace: no workspace 'acme' for this token; it belongs to 'my-workspace'
No such source: not_found: get_source: no source 'nope' in the workspace 'my-workspace'
A good call: fine
The source is not there, and that is fine.
`,
  'workspace.lua': `Authenticated as: jane@example.com
My Workspace (9aQ1Lj62S4bomZKLF4DPqW)
- Website (abc123), enabled, write key visible
- Shop (def456), enabled, write key visible
- Shop (staging) (ghi789), enabled, write key visible
`,
};

const received: Readonly<Record<string, readonly string[]>> = {
  'quickstart.lua': [
    'identify default',
    'group default',
    'track default',
    'track default',
    'track default',
    'page production',
    'track staging',
  ],
  'accounts.lua': ['track default', 'track default', 'track staging', 'track production'],
  'errors.lua': ['track default'],
  'workspace.lua': [],
};

describe('The example scripts', () => {
  test('are all run here', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.lua'))
        .sort(),
    ).toEqual(Object.keys(outputs).sort());
  });

  test.each(Object.keys(outputs))('%s prints and sends what it says', (name) =>
    withHost(
      {},
      async ({ host, simulator }) => {
        const result = await host.run(readFileSync(new URL(name, folder), 'utf8'), { name });
        expect(result.error).toBeUndefined();
        expect(result.output).toBe(outputs[name]);
        const events = simulator.events.map(({ type, writeKey }) => `${type} ${writeKey.replace('simulator-', '')}`);
        expect(events.sort()).toEqual([...(received[name] ?? [])].sort());
      },
      'HTTP server',
    ),
  );
});
