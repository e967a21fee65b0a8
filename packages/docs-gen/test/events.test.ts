import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import fc from 'fast-check';

import {
  createAgentDocs,
  type Reference,
  type ReferenceEvent,
  renderEventPages,
  renderHtml,
  renderLlms,
  renderLuaDefinitions,
} from '../src/index.js';
import { hostileText } from './hostile-text.js';
import { callsOf, typesAfter } from './lua-engine.js';
import { assertInert, parsers } from './read/markdown.js';

/** A library whose one function takes an event and its properties. */
const library = (events: readonly ReferenceEvent[]): Reference => ({
  title: 'Shop',
  namespace: 'app.shop',
  operations: [
    {
      name: 'track',
      effect: 'write',
      summary: 'Track an event.',
      input: {
        type: 'object',
        properties: { event: { type: 'string' }, userId: { type: 'string' }, properties: { type: 'object' } },
        required: ['event', 'userId'],
      },
    },
  ],
  events,
});

const event = (name: string, property = 'total', summary?: string): ReferenceEvent => ({
  name,
  ...(summary !== undefined && { summary }),
  operation: 'track',
  fixed: { event: name },
  part: 'properties',
  required: true,
  schema: {
    type: 'object',
    properties: {
      [property]: { type: 'number', description: summary ?? 'What it costs' },
      products: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
    },
    required: [property],
  },
  example: { title: `Send ${name}`, input: { event: name, userId: 'u', properties: { [property]: 1 } } },
});

const shop = library([event('Checkout Started', 'total', 'Somebody goes to pay.'), event('track'), event('Track!')]);

describe('planned events', () => {
  test('have a page each, whose name no other page has', () => {
    expect(renderEventPages(shop).map(({ path }) => path)).toEqual([
      'shop/groups/planned-events.md',
      'shop/events/checkout-started.md',
      'shop/events/track-2.md',
      'shop/events/track-3.md',
    ]);
    expect(renderEventPages(library([]))).toEqual([]);
    expect(renderEventPages(shop)[1]?.text).toBe(`# Checkout Started

Somebody goes to pay.

\`app.shop.track({ event = "Checkout Started", … })\`

## properties

| Name | Type | Required | Description |
|------|------|----------|-------------|
| \`total\` | number | yes | Somebody goes to pay. |
| \`products\` | object\\[] | no |  |
| \`products[].sku\` | string | no |  |

## Example

\`\`\`lua
-- Send Checkout Started
app.shop.track({
  event = "Checkout Started",
  userId = "u",
  properties = {
    total = 1
  }
})
\`\`\`
`);
  });

  test('are found by what they are about, and read by the name they are sent by', () => {
    const docs = createAgentDocs(shop);
    expect(docs.search('checkout')[0]).toMatchObject({ name: 'checkout-started', kind: 'event' });
    for (const name of ['Checkout Started', 'checkout started', 'checkout-started', 'events/checkout-started.md'])
      expect(docs.read(name)).toMatchObject({ found: true, page: { title: 'Checkout Started' } });
    expect(docs.read('track')).toMatchObject({ page: { kind: 'function' } });
    expect(docs.list().map(({ name }) => name)).not.toContain('checkout-started');
    expect(docs.listGroup('planned-events')).toMatchObject({ pages: [{ name: 'checkout-started' }, {}, {}] });
    expect(docs.read('planned-events')).toMatchObject({
      page: { text: expect.stringContaining('- Checkout Started: ') },
    });
  });

  test('are in the site, its navigation and its search, and in llms.txt', () => {
    const files = new Map(renderHtml(shop).map(({ path, text }) => [path, text]));
    expect(load(files.get('site/events/checkout-started.html') ?? '')('h1').text()).toBe('Checkout Started');
    expect(files.has('site/groups/planned-events.html')).toBe(true);
    expect(files.get('site/assets/navigation.js')).toContain('events/checkout-started.html');
    expect(files.get('site/assets/search-index.js')).toContain('"path":"events/checkout-started.html"');
    expect(renderLlms(shop)).toContain('## Events\n\n- [Checkout Started](shop/events/checkout-started.md): ');
  });

  test('are what a function takes, to an editor', () => {
    const definitions = renderLuaDefinitions(shop);
    expect(definitions).toContain(
      '---@param parameters shop.event.checkout-2d-started|shop.event.track-2d-2|shop.event.track-2d-3\n',
    );
    expect(definitions).toContain(`---@class (exact) shop.event.checkout-2d-started
---@field event "Checkout Started"
---@field userId string
---@field properties shop.event.checkout-2d-started.properties
`);
    expect(definitions).toContain(
      '---@class (exact) shop.event.checkout-2d-started.properties\n---Somebody goes to pay.\n---@field total number\n',
    );
  });

  test('stay text, whatever they are called and said to be', () => {
    const texts = fc
      .tuple(hostileText, hostileText, hostileText)
      .map((all) => all.map((text) => text.replace(/\p{Cs}/gu, '') || '?'));
    fc.assert(
      fc.property(texts, ([name = '', property = '', summary = '']) => {
        const reference = library([event(name, property, summary)]);
        for (const { path, text } of renderEventPages(reference)) {
          for (const toHtml of Object.values(parsers)) {
            const $ = load(toHtml(text));
            assertInert($);
            if (path.includes('/events/')) {
              expect($('h1, h2').toArray()).toHaveLength(3);
              expect($('tr').toArray()).toHaveLength(4);
            }
          }
        }
        const page = renderHtml(reference).find(({ path }) => path.startsWith('site/events/'))?.text ?? '';
        const $ = load(page);
        expect($('main script, main img, main iframe').toArray()).toEqual([]);
        expect(callsOf($('article.guide pre').text(), 'app.shop')).toEqual([
          { path: 'app.shop.track', input: { event: name, userId: 'u', properties: { [property]: 1 } } },
        ]);
        const definitions = renderLuaDefinitions(reference);
        expect(typesAfter(definitions, ['app.shop.track'])).toEqual(['function']);
        const lines = definitions.split(/[\r\n]+/).filter((line) => line !== '' && !line.startsWith('---'));
        expect(lines).toHaveLength(4);
      }),
      { numRuns: 200 },
    );
  });
});
