import { describe, expect, test } from '@jest/globals';
import { createAgentDocs } from '@moonwire/docs-gen';

import { wholeReference } from '../../src/reference.js';
import { asked, heldOut, type Question } from './questions/questions.js';

const docs = createAgentDocs(wholeReference);

const missed = (questions: readonly Question[]): string[] =>
  questions.flatMap(([question, ...answers]) => {
    const first = docs.search(question, 3).map(({ name }) => name);
    return first.some((name) => answers.includes(name)) ? [] : [`${question}: ${first.join(', ')}`];
  });

describe('A question finds its function among the first three', () => {
  test.each([
    ['asked while the search was made', asked, 160],
    ['kept back', heldOut, 25],
  ] as const)('for nine in ten of those %s', (_, questions, count) => {
    expect(questions).toHaveLength(count);
    expect(missed(questions).slice(Math.floor(count / 10))).toEqual([]);
  });

  test('whose names are those of functions', () => {
    const pages = new Set(docs.list().map(({ name }) => name));
    const names = (wholeReference.groups ?? []).flatMap((group) => group.operations.map(({ name }) => name));
    const unknown = [...asked, ...heldOut]
      .flatMap(([, ...answers]) => answers)
      .filter((name) => !pages.has(name) && !names.includes(name));
    expect(unknown).toEqual([]);
  });
});

describe('An agent', () => {
  test('reads what there is, and what any function takes, for few tokens', () => {
    const costs = (wholeReference.groups ?? [])
      .map(({ name }) => docs.read(name))
      .map((page) => (page.found ? page.page.tokens : 0));
    expect(Math.max(...costs)).toBeLessThanOrEqual(1000);
    expect(Math.min(...costs)).toBeGreaterThan(100);
  });

  test('finds the functions of a group, those of the core among them', () => {
    const listed = docs.listGroup('sources');
    const names = listed.found ? listed.pages.map(({ name }) => name) : [];
    expect(names.slice(0, 3)).toEqual(['list_sources', 'get_source', 'list_connected_destinations_from_source']);
    expect(docs.listGroup('destinatons')).toMatchObject({ found: false, suggestions: ['destinations'] });
    expect(docs.read('updateDestination')).toMatchObject({ found: true, page: { name: 'update_destination' } });
    expect(docs.read('app.integrations.segment.update_destinaton')).toMatchObject({
      suggestions: ['update_destination'],
    });
  });

  test('is told what a call takes, changes, and may cost', () => {
    const page = docs.read('create_filter_for_destination');
    const text = page.found ? page.page.text : '';
    expect(text).toContain('| `actions[].type` | "ALLOW_PROPERTIES"');
    expect(text).toContain('`if` is a word of Lua: write `["if"] = …`');
    const deletion = docs.read('replace_advanced_sync_schedule');
    expect(deletion.found && deletion.page.text).toContain('deletes or replaces');
    expect(deletion.found && deletion.page.text).toContain('at most 2/minute');
    const list = docs.read('list_audiences');
    expect(list.found && list.page.text).toContain('a page of at most 200');
  });
});
