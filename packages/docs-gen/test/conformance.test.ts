import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { type Reference, standardTargets } from '../src/index.js';
import { greenhouse } from './greenhouse.js';
import { callsOf } from './lua-engine.js';
import { expected } from './read/expected.js';
import { readers } from './read/targets.js';
import { render } from './render.js';

/** Segment's table as the root's docs hold it. */
const segment = JSON.parse(
  readFileSync(new URL('../../../docs/reference/segment.reference.json', import.meta.url), 'utf8'),
) as Reference;

describe.each([greenhouse, segment])('$title', (reference) => {
  describe.each(readers)('$target, read back by $by', ({ target, shows, read }) => {
    const functions = read(render(target, reference), reference);

    test('has every name, type, requirement and description, in order', () => {
      expect(
        functions.map(({ name, summary, parameters, results }) => ({
          name,
          summary,
          parameters,
          ...(results ? { results } : {}),
        })),
      ).toEqual(expected(reference, shows));
    });

    test('shows code that calls each function with the data of its examples', () => {
      for (const { name, code } of functions.filter(({ code }) => code.length > 0)) {
        const examples = reference.operations.find((operation) => operation.name === name)?.examples ?? [];
        const calls = examples.map(({ input }) => ({ path: `${reference.namespace}.${name}`, input }));
        expect(code.flatMap((block) => callsOf(block, reference.namespace))).toEqual(calls);
      }
    });
  });
});

describe.each(standardTargets)('$name', (target) => {
  const files = target.render(greenhouse);

  test('renders the same bytes every time, and again from a table that went through JSON', () => {
    expect(target.render(greenhouse)).toEqual(files);
    expect(target.render(JSON.parse(JSON.stringify(greenhouse)) as Reference)).toEqual(files);
  });

  test('ends every text with one line break, keeps to LF and to its own folder', () => {
    for (const { path, text } of files) {
      expect(path).toMatch(/^[\w-]+([./][\w-]+)*$/);
      expect(text).toMatch(/[^\n]\n$/);
      expect(text).not.toContain('\r');
    }
  });

  test('copes with a library that has nothing to say', () => {
    const bare = { title: 'Bare', namespace: 'bare', operations: [] };
    for (const { text } of target.render(bare)) {
      expect(text).not.toContain('undefined');
      expect(text).toMatch(/[^\n]\n$/);
    }
  });

  test('says what is wrong with a name Lua cannot take', () => {
    const wrong = {
      ...greenhouse,
      operations: [{ ...greenhouse.operations[1], name: 'read-sensors' }],
      accounts: undefined,
    };
    expect(() => target.render(wrong as never)).toThrow("operation 'read-sensors': 'read-sensors' is no Lua name");
  });
});
