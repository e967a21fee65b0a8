import { describe, expect, test } from '@jest/globals';
import { standardTargets } from '@moonwire/docs-gen';
import { outcomes, type Simulator } from '@moonwire/segment-sdk/simulator';

import { segmentReference } from '../../src/index.js';
import { withHost } from '../simulated-host.js';
import { fencesOf } from './fences.js';
import { runTypeScript, setup } from './run-typescript.js';

const fences = fencesOf(standardTargets.flatMap(({ render }) => render(segmentReference)));
/** What guides show, and what shows an error: `guides.test.ts` runs that. */
const { guides = [], errors = [] } = segmentReference;
const shownElsewhere = new Set([
  ...errors.flatMap(({ example = '' }) => example.trim()),
  ...guides.flatMap(({ text }) => [...text.matchAll(/^```\w+\n(.*?)^```/gms)].map(([, code = '']) => code.trim())),
]);
const distinct = (language: string) =>
  [...new Set(fences.filter((fence) => fence.language === language).map(({ code }) => code))].filter(
    (code) => !shownElsewhere.has(code.trim()),
  );

type Outcome = (typeof outcomes)[string][number];

/** What each example does, written out by hand beside its operation; by the comment the example opens with. */
const byTitle = new Map(
  segmentReference.operations.flatMap(({ name, examples = [] }) =>
    examples.map(({ title }, index): [string, Outcome | undefined] => [title, outcomes[name]?.[index]]),
  ),
);
const expectationOf = (code: string): Outcome => {
  const found = byTitle.get(code.split('\n')[0]?.replace(/^(--|\/\/) /, '') ?? '');
  if (!found) throw new Error(`nobody says what this block should do:\n${code}`);
  return found;
};

const onTheWire = ({ events }: Simulator) =>
  events.map(({ body }) =>
    Object.fromEntries(Object.entries(body).filter(([name]) => !['messageId', 'timestamp', 'context'].includes(name))),
  );

test('Every target that shows code was found to do so', () => {
  const paths = [...new Set(fences.map(({ path }) => path.replace(/\/[^/]*$/, '/')))];
  expect(paths).toEqual([
    'segment.md',
    'segment-full.md',
    'segment/',
    'segment/guides/',
    'site/',
    'site/functions/',
    'site/guides/',
    'segment.d.lua',
    'segment.completion.json',
    'segment-typescript.md',
    'llms-full.txt',
  ]);
  expect([...new Set(fences.map(({ language }) => language))].sort()).toEqual(['lua', 'ts']);
});

const multiAccount = distinct('lua').filter((code) => code.includes('{...}'));
const failing = distinct('lua').filter((code) => code.startsWith('local ok, err = pcall('));
const examples = distinct('lua').filter((code) => !multiAccount.includes(code) && !failing.includes(code));

describe('Every Lua block of every target', () => {
  test.each(examples)('does on the simulator what it says: %s', (code) =>
    withHost({}, async ({ host, simulator }) => {
      const result = await host.run(code);
      expect(result.error).toBeUndefined();
      expect(result.output).toBe(expectationOf(code).output ?? '');
      const { event } = expectationOf(code);
      expect(onTheWire(simulator)).toEqual(event ? [event] : []);
    }),
  );

  test('of several accounts reaches each of them', () =>
    withHost({}, async ({ host, simulator }) => {
      expect(multiAccount).toHaveLength(1);
      const result = await host.run(multiAccount.join().replaceAll('{...}', '{ event = "E", userId = "u" }'));
      expect(result.error).toBeUndefined();
      expect(simulator.events.map(({ writeKey }) => writeKey).sort()).toEqual([
        'simulator-default',
        'simulator-default',
        'simulator-production',
        'simulator-staging',
      ]);
      expect(onTheWire(simulator)).toEqual(Array(4).fill({ type: 'track', event: 'E', userId: 'u', properties: {} }));
    }));

  test('that shows a failure prints its code and message', () =>
    withHost({}, async ({ host, simulator }) => {
      expect(failing).toHaveLength(1);
      const result = await host.run(failing.join());
      expect(result.output).toMatch(/^invalid_input\t.*missing field 'userId'/);
      expect(simulator.events).toEqual([]);
    }));
});

describe('Every TypeScript block of every target', () => {
  const blocks = distinct('ts').filter((code) => code !== setup);

  test('comes with the set-up that makes its client', () => {
    expect(distinct('ts')).toContain(setup);
    expect(blocks).toHaveLength(examples.length);
  });

  test.each(blocks)('does on the simulator what it says: %s', async (code) => {
    const { printed, simulator } = await runTypeScript(code);
    expect(printed).toBe(expectationOf(code).output ?? '');
    const { event } = expectationOf(code);
    expect(onTheWire(simulator)).toEqual(event ? [event] : []);
  });
});
