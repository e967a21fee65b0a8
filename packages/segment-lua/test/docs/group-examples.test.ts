import { describe, expect, test } from '@jest/globals';
import { renderLuaExample } from '@moonwire/docs-gen';
import { operations } from '@moonwire/segment-sdk';
import { publicGroups } from '@moonwire/segment-sdk/public-api/table';
import { createSimulator } from '@moonwire/segment-sdk/simulator';

import { createSegmentLua, type RunResult, simulatedAccounts } from '../../src/index.js';
import { wholeReference } from '../../src/reference.js';
import { exampleResources } from './workspace.js';

const { groups = [] } = wholeReference;

/** Runs a script in a workspace of its own. What the simulator does not model (501) is rehearsed: checked, not sent. */
const run = async (code: string): Promise<RunResult> => {
  const simulator = createSimulator({ workspace: { resources: exampleResources } });
  const host = createSegmentLua({ accounts: simulatedAccounts(), simulator });
  const result = await host.run(code);
  const isModelled = result.calls.every(({ error }) => !error?.message.includes('is not simulated'));
  const ended = isModelled ? result : await host.run(code, { dryRun: true });
  await host.close();
  return ended;
};

const rehearsed = new Set<string>();

describe.each(groups)('The group $name', ({ operations: own, examples = [] }) => {
  test('has an example of each function, which runs as it stands', async () => {
    for (const operation of own) {
      expect(operation.examples).toHaveLength(1);
      for (const example of operation.examples ?? []) {
        const result = await run(renderLuaExample(wholeReference, operation, example));
        expect([operation.name, result.error?.message]).toEqual([operation.name, undefined]);
        expect(result.output).not.toMatch(/^nil$/m);
        if (result.planned) rehearsed.add(operation.name);
      }
    }
  });

  test('has two worked examples at least, which print what they say', async () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const { title, code, output } of examples) {
      const result = await run(code);
      expect([title, result.error?.message]).toEqual([title, undefined]);
      if (!result.planned) expect([title, result.output.trim()]).toEqual([title, output?.trim()]);
    }
  });
});

test('What is only rehearsed is what the simulator says it does not model', () => {
  expect(rehearsed.size).toBeLessThanOrEqual(12);
});

test('Every operation of the Public API has an example, in its group or in the core', () => {
  const core = operations.map(({ name }) => name as string);
  const shown = groups.flatMap((group) => [...group.operations.map(({ name }) => name), ...(group.also ?? [])]);
  const all = publicGroups.flatMap((group) => group.operations.map(({ name }) => name as string));
  expect(shown.sort()).toEqual(all.sort());
  expect(all.filter((name) => core.includes(name)).sort()).toEqual(['get_source', 'get_workspace', 'list_sources']);
  expect(groups.every(({ text }) => text !== undefined && text.length > 100)).toBe(true);
});
