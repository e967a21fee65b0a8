import { describe, expect, test } from '@jest/globals';

import { createAgentDocs, renderReference } from '../src/index.js';
import { greenhouse } from './greenhouse.js';

const docs = createAgentDocs(greenhouse);
const names = (query: string) => docs.search(query).map(({ name }) => name);
const nameOf = (page: string) => {
  const result = docs.read(page);
  return result.found ? result.page.name : result.message;
};

describe('list', () => {
  test('has every page with what it is about and what it costs', () => {
    expect(docs.list().map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'reference greenhouse',
      'reference greenhouse-full',
      'function water_bed',
      'function read_sensors',
      'function open_roof',
      'guide overview',
      'guide accounts',
      'guide errors',
      'guide limits',
      'guide examples',
    ]);
    for (const { tokens, summary } of docs.list()) {
      expect(tokens).toBeGreaterThan(0);
      expect(summary).not.toBe('');
    }
  });
});

describe('read', () => {
  test.each([
    ['lab.greenhouse', 'greenhouse'],
    ['greenhouse', 'greenhouse'],
    ['lab.greenhouse.water_bed', 'water_bed'],
    ['greenhouse.water_bed', 'water_bed'],
    ['water_bed', 'water_bed'],
    ['lab.greenhouse.north.water_bed({ bedId = 1 })', 'water_bed'],
    ['greenhouse.default.water_bed()', 'water_bed'],
    ['waterBed', 'water_bed'],
    [' Water_Bed ', 'water_bed'],
    ['guides/errors', 'errors'],
    ['errors', 'errors'],
    ['greenhouse-full', 'greenhouse-full'],
  ])('takes %s for the page %s', (asked, name) => {
    expect(nameOf(asked)).toBe(name);
  });

  test('gives the namespace as the short reference', () => {
    const result = docs.read('lab.greenhouse');
    expect(result.found && result.page.text).toBe(renderReference(greenhouse));
  });

  test('states an estimate of one token per four bytes', () => {
    const result = docs.read('water_bed');
    expect(result.found && result.page.tokens).toBe(
      Math.ceil(Buffer.byteLength(result.found ? result.page.text : '') / 4),
    );
  });

  test('puts a guide of the same name before what is derived', () => {
    const withGuide = createAgentDocs({
      ...greenhouse,
      guides: [{ name: 'errors', title: 'When things fail', summary: 'Fixes', text: 'Call the gardener first.' }],
    });
    const result = withGuide.read('errors');
    const text = result.found ? result.page.text : '';
    expect(text).toContain('# When things fail\n\nCall the gardener first.\n\n');
    expect(text).toContain('- `no_water`: The tank is empty. Fill it.');
  });

  test('suggests what an unknown page may have meant', () => {
    expect(docs.read('watr_bed')).toEqual({
      found: false,
      message: 'Unknown page: watr_bed. Did you mean: water_bed',
      suggestions: ['water_bed'],
    });
    expect(docs.read('greenhouse.limtis')).toMatchObject({ suggestions: ['limits'] });
    expect(docs.read('zzz')).toMatchObject({
      message: expect.stringContaining('Unknown page: zzz. Available: greenhouse, '),
    });
  });
});

describe('search', () => {
  test('ranks exact name, then part of it, then parameter, then description', () => {
    const ranked = createAgentDocs({
      title: 'Ranks',
      namespace: 'ranks',
      operations: [
        operation('by_text', 'Something about beds and a valve.', 'x'),
        operation('by_field', 'Something.', 'valve'),
        operation('open_valve', 'Something.', 'x'),
        operation('valve', 'Something.', 'x'),
      ],
    });
    expect(
      ranked
        .search('valve')
        .filter(({ kind }) => kind === 'function')
        .map(({ name }) => name),
    ).toEqual(['valve', 'open_valve', 'by_field', 'by_text']);
  });

  test.each([
    ['water_bed', 'water_bed'],
    ['waterBed', 'water_bed'],
    ['water bed', 'water_bed'],
    ['watre', 'water_bed'],
    ['read snesors', 'read_sensors'],
    ['temperatur', 'read_sensors'],
    ['litres', 'water_bed'],
    ['how do I open the roof', 'open_roof'],
    ['when the tank is empty', 'errors'],
    ['limits', 'limits'],
  ])('finds %s as %s first', (query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  test('finds nothing for nothing, keeps to the limit, and answers the same every time', () => {
    expect(names('')).toEqual([]);
    expect(names('qqqqqq')).toEqual([]);
    expect(docs.search('greenhouse', 2)).toHaveLength(2);
    expect(names('bed')).toEqual(names('bed'));
  });
});

const operation = (name: string, summary: string, field: string) => ({
  name,
  summary,
  effect: 'read' as const,
  input: { type: 'object', properties: { [field]: { type: 'string' } } },
});
