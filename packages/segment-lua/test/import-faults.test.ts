import { describe, expect, test } from '@jest/globals';

import { importOf } from './import-of.js';
import { readInput } from './read-input.js';

describe('An import keeps what it cannot import', () => {
  test('whole, and never takes it for a row', async () => {
    const { status, rows, failures } = await importOf(
      'rows.csv',
      'id,total,currency\nu1,1,234.50,USD\nu2,"2"x,EUR\nu3,3,USD\n',
    );
    expect({ status, rows }).toEqual({ status: 1, rows: [{ id: 'u3', total: '3', currency: 'USD' }] });
    expect(failures).toMatchObject([
      { line: 'u1,1,234.50,USD', _import: { error: { message: expect.stringContaining('line 2') } } },
      { line: 'u2,"2"x,EUR', _import: { error: { message: expect.stringContaining('line 3') } } },
    ]);
    const again = await importOf('again.ndjson', failures.map((failure) => JSON.stringify(failure)).join('\n'));
    expect(again).toMatchObject({ status: 1, rows: [], summary: { rows: 2, failed: 2 }, failures });
  });

  test('alone: the rows around an open quote are read, and their lines are counted', async () => {
    const row = (at: number): string => (at === 250 ? 'u250,"12 inch' : at === 280 ? 'u280,"two\nlines",' : `u${at},x`);
    const content = ['id,a', ...Array.from({ length: 300 }, (_, at) => row(at + 1))].join('\n');
    const { rows, faults } = await readInput('rows.csv', content);
    expect(rows).toHaveLength(299);
    expect(faults).toEqual([{ text: 'u250,"12 inch', message: expect.stringContaining('line 251 ') }]);
  });

  test('alone: what is too long, too deep, too much or too large', async () => {
    const bad = [
      `{"id":"long","text":"${'x'.repeat(5 * 1024 * 1024)}"}`,
      `{"id":"deep","deep":${'['.repeat(300)}${']'.repeat(300)}}`,
      `{"id":"deeper","deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      `{"id":"much","list":[${'[],'.repeat(300_000)}0]}`,
      '{"id":"large","number":18446744073709551616}',
    ];
    const lines = bad.flatMap((json, at) => [`{"id":"u${at}"}`, json]);
    const { status, rows, summary, failures } = await importOf('rows.ndjson', `${lines.join('\n')}\n{"id":"last"}\n`);
    expect({ status, rows, summary }).toMatchObject({
      status: 1,
      rows: [...bad.keys()].map((at) => ({ id: `u${at}` })).concat({ id: 'last' }),
      summary: { rows: 11, delivered: 6, failed: 5 },
    });
    expect(new Set(failures.map((failure) => (failure as unknown as { readonly id: string }).id))).toEqual(
      new Set(['long', 'deep', 'deeper', 'much', 'large']),
    );
  });

  test('of a damaged text: the rows that hold it, never with other characters', async () => {
    const content = Buffer.from('id,city\nu1,K\xC3\xB6ln\nu2,Z\xFCrich\nu3,NYC\n', 'latin1');
    const { status, rows, failures } = await importOf('rows.csv', content);
    expect({ status, rows }).toEqual({
      status: 1,
      rows: [
        { id: 'u1', city: 'Köln' },
        { id: 'u3', city: 'NYC' },
      ],
    });
    expect(failures).toMatchObject([
      { line: 'u2,Z\uDCFCrich', _import: { error: { message: expect.stringContaining('0xFC') } } },
    ]);
  });

  test.each([
    ['a text that is never closed', '{"id":"u2}'],
    ['a text over two lines', '{"id":"u2","x":"a\nb"}'],
    ['a bracket that is never closed', '{"id":["u2"}'],
    ['a brace that is never closed', '{"id":"u2"'],
  ])('alone, in a JSON array: %s', async (_, bad) => {
    const content = `[\n  {"id":"u1"},\n  ${bad},\n  {\n    "id":"u3",\n    "x":{\n    }\n  },\n  {"id":"u4"}\n]\n`;
    expect(await readInput('rows.json', content)).toEqual({
      rows: [{ id: 'u1' }, { id: 'u3', x: {} }, { id: 'u4' }],
      faults: [{ text: bad, message: expect.stringMatching(/^line 3 /) }],
      notes: [],
    });
  });

  test('and says where a JSON array is cut off, with what was whole delivered once', async () => {
    const { status, rows, summary, complaint } = await importOf('rows.json', '[{"id":"u1"},\n{"id":"u2"},\n{"id":"u');
    expect({ status, rows, summary }).toMatchObject({
      status: 1,
      rows: [{ id: 'u1' }, { id: 'u2' }],
      summary: { rows: 2, delivered: 2, failed: 0 },
    });
    expect(complaint).toBe('the input ends early: the value that begins in line 3 is not whole\n');
  });
});
