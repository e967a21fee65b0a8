import { describe, expect, test } from '@jest/globals';

import { importOf } from './import-of.js';

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
    const { status, summary, failures } = await importOf('rows.csv', content);
    expect({ status, summary }).toMatchObject({ status: 1, summary: { rows: 300, delivered: 298 + 1, failed: 1 } });
    expect(failures).toMatchObject([
      { line: 'u250,"12 inch', _import: { error: { message: expect.stringContaining('line 251 ') } } },
    ]);
  });

  test.each([
    { what: 'a text of 5 MB', json: `{"id":"big","text":"${'x'.repeat(5 * 1024 * 1024)}"}` },
    { what: 'nesting of 300', json: `{"id":"big","deep":${'['.repeat(300)}${']'.repeat(300)}}` },
    { what: 'nesting of 20,000', json: `{"id":"big","deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
    { what: 'a million values', json: `{"id":"big","list":[${'[],'.repeat(300_000)}0]}` },
    { what: 'an integer beyond 64 bits', json: '{"id":"big","number":18446744073709551616}' },
  ])('alone: $what', async ({ json }) => {
    const { status, rows, summary, failures } = await importOf('rows.ndjson', `{"id":"u1"}\n${json}\n{"id":"u2"}\n`);
    expect({ status, rows, summary }).toMatchObject({
      status: 1,
      rows: [{ id: 'u1' }, { id: 'u2' }],
      summary: { rows: 3, delivered: 2, failed: 1 },
    });
    expect(failures).toMatchObject([{ id: 'big' }]);
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
    const { status, rows, complaint, failures } = await importOf('rows.json', content);
    expect({ status, rows, complaint }).toEqual({
      status: 1,
      rows: [{ id: 'u1' }, { id: 'u3', x: {} }, { id: 'u4' }],
      complaint: '',
    });
    expect(failures).toMatchObject([{ line: bad, _import: { error: { message: expect.stringMatching(/^line 3 /) } } }]);
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
