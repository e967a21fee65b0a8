import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

/** Shows each row as the map gets it. */
const MAP = `return function(row)
  print(json.encode(row))
  app.integrations.segment.track({ event = "E", userId = tostring(row.id) })
end`;

interface Imported {
  readonly status: number | null;
  /** What the map was given. */
  readonly rows: readonly object[];
  readonly summary: { readonly rows: number; readonly delivered: number; readonly failed: number };
  /** What was said besides. */
  readonly complaint: string;
  readonly failures: readonly { readonly _import: { readonly error: { readonly message: string } } }[];
}

const parsedLines = (text: string): object[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as object);

const importOf = async (name: string, content: string | Buffer, ...args: string[]): Promise<Imported> => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'map.lua'), MAP);
  writeFileSync(join(cwd, name), content);
  const { status, stdout, stderr } = await runCli(['import', name, '--map', 'map.lua', '--json', ...args], { cwd });
  const failures = join(cwd, `${name}.failures.ndjson`);
  return {
    status,
    rows: parsedLines(stderr),
    summary: JSON.parse(stdout || '{}') as Imported['summary'],
    complaint: stderr
      .split('\n')
      .filter((line) => !line.startsWith('{'))
      .join('\n'),
    failures: existsSync(failures)
      ? (parsedLines(readFileSync(failures, 'utf8')) as unknown as Imported['failures'])
      : [],
  };
};

describe('An import of CSV', () => {
  test.each([
    {
      what: 'quotes, commas and ends of lines inside a field',
      content: 'id,a\n1,"x, ""y""\nz"\n',
      rows: [{ id: '1', a: 'x, "y"\nz' }],
    },
    {
      what: 'a byte order mark and ends of lines of Windows',
      content: '\uFEFFid,a\r\n1,"x\r\ny"\r\n2,\r\n',
      rows: [
        { id: '1', a: 'x\r\ny' },
        { id: '2', a: '' },
      ],
    },
    { what: 'quotes in the middle of a field', content: 'id,a\n1,5" disk\n', rows: [{ id: '1', a: '5" disk' }] },
    {
      what: 'blank lines, and none at the end',
      content: 'id,a\n\n1,2\n\n3,4',
      rows: [
        { id: '1', a: '2' },
        { id: '3', a: '4' },
      ],
    },
    { what: 'nothing', content: '', rows: [] },
  ])('understands $what', async ({ content, rows }) => {
    const imported = await importOf('rows.csv', content);
    expect(imported).toMatchObject({
      status: 0,
      rows,
      complaint: '',
      summary: { rows: rows.length, delivered: rows.length, failed: 0 },
    });
  });

  test('sets rows of another length aside and goes on', async () => {
    const { status, rows, failures } = await importOf('rows.csv', 'id,a\n1\n2,3,4\n5,6\n');
    expect({ status, rows }).toEqual({ status: 1, rows: [{ id: '5', a: '6' }] });
    expect(failures.map(({ _import }) => _import.error.message)).toEqual([
      'line 2 has another number of fields than the header',
      'line 3 has another number of fields than the header',
    ]);
  });

  test('refuses two columns of one name, of which the rows would keep one', async () => {
    const { status, rows, complaint } = await importOf('rows.csv', 'id,a,id\n1,2,3\n');
    expect({ status, rows, complaint }).toEqual({
      status: 1,
      rows: [],
      complaint: "the header has the column 'id' twice; give each its own name\n",
    });
  });

  test('sets a line aside whose quote is never closed, and goes on with the next', async () => {
    const { status, rows, failures } = await importOf('rows.csv', 'id,a\n1,"open\n2,3\n');
    expect({ status, rows }).toEqual({ status: 1, rows: [{ id: '2', a: '3' }] });
    expect(failures).toMatchObject([
      { line: '1,"open', _import: { error: { message: 'line 2 has a quote that is never closed' } } },
    ]);
  });
});

describe('An import of NDJSON', () => {
  test('sets lines that are no objects aside and goes on', async () => {
    const { status, rows, failures } = await importOf(
      'rows.ndjson',
      '{"id":"1"}\n{bad\n[1]\n"x"\n\r\n{"id":"2","deep":{"list":[1,null]}}',
    );
    expect({ status, rows }).toEqual({ status: 1, rows: [{ id: '1' }, { id: '2', deep: { list: [1, null] } }] });
    expect(failures).toMatchObject([{ line: '{bad' }, { line: '[1]' }, { line: '"x"' }]);
  });
});

describe('An import of a gzipped file', () => {
  test('that is cut off sends the rows there are, and says so', async () => {
    const lines = Array.from({ length: 20_000 }, (_, id) =>
      JSON.stringify({ id: `user-${id}`, salt: Math.sin(id) }),
    ).join('\n');
    const whole = gzipSync(lines);
    const { status, complaint, summary } = await importOf('rows.ndjson.gz', whole.subarray(0, whole.length / 2));
    expect({ status, complaint }).toEqual({ status: 1, complaint: 'unexpected end of file\n' });
    expect(summary.delivered).toBeGreaterThan(1_000);
  });

  test('that is no longer than its header says so, too', async () => {
    expect(await importOf('rows.csv.gz', gzipSync('id\n1\n').subarray(0, 12))).toMatchObject({
      status: 1,
      complaint: 'unexpected end of file\n',
    });
  });
});

test('An import of a folder is wrong usage', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'map.lua'), MAP);
  mkdirSync(join(cwd, 'rows.csv'));
  expect(await runCli(['import', 'rows.csv', '--map', 'map.lua'], { cwd })).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining("cannot read 'rows.csv'"),
  });
});

/** The rows that most inputs below hold. */
const CITIES = [
  { id: 'u1', city: 'NYC' },
  { id: 'u2', city: 'LA' },
];

describe('An import tells by its content', () => {
  test.each([
    {
      what: 'NDJSON with another name',
      name: 'events.json',
      content: '{"id":"u1","city":"NYC"}\n{"id":"u2","city":"LA"}\n',
    },
    {
      what: 'NDJSON that is called CSV',
      name: 'rows.csv',
      content: '{"id":"u1","city":"NYC"}\r\n{"id":"u2","city":"LA"}',
    },
    { what: 'a JSON array', name: 'rows.json', content: ' [{"id":"u1","city":"NYC"},\n\t{"id":"u2","city":"LA"}\n]\n' },
    {
      what: 'JSON over many lines',
      name: 'rows.json',
      content: '{\n "id":"u1",\n "city":"NYC"\n}\n{\n "id":"u2",\n "city":"LA"\n}',
    },
    { what: 'gzip with another name', name: 'rows.csv', content: gzipSync('id,city\nu1,NYC\nu2,LA\n') },
    { what: 'gzip in gzip', name: 'rows.csv', content: gzipSync(gzipSync('id,city\nu1,NYC\nu2,LA\n')) },
    { what: 'sep=;', name: 'rows.csv', content: 'sep=;\r\nid;city\r\nu1;NYC\r\nu2;LA\r\n' },
    { what: 'semicolons', name: 'rows.csv', content: 'id;city\nu1;NYC\nu2;LA\n' },
    { what: 'tabs', name: 'rows.csv', content: 'id\tcity\nu1\tNYC\nu2\tLA\n' },
    {
      what: 'columns and rows of a spreadsheet that hold nothing',
      name: 'rows.csv',
      content: 'id,city,,\nu1,NYC,,\n,,,\nu2,LA\n,,,\n',
    },
    { what: 'line ends of every kind', name: 'rows.csv', content: 'id,city\nu1,NYC\r\ru2,LA\r\n' },
    { what: 'line ends of an old Mac', name: 'rows.csv', content: 'id,city\ru1,NYC\ru2,LA' },
    {
      what: 'UTF-16 of Windows',
      name: 'rows.csv',
      content: Buffer.from('\uFEFFid\tcity\r\nu1\tNYC\r\nu2\tLA\r\n', 'utf16le'),
    },
    {
      what: 'UTF-16 of networks',
      name: 'rows.csv',
      content: Buffer.from('\uFEFFid,city\nu1,NYC\nu2,LA\n', 'utf16le').swap16(),
    },
    { what: 'UTF-16 without a mark', name: 'rows.csv', content: Buffer.from('id,city\nu1,NYC\nu2,LA\n', 'utf16le') },
  ])('$what', async ({ name, content }) => {
    expect(await importOf(name, content)).toMatchObject({ status: 0, rows: CITIES, complaint: '' });
  });

  test('Latin-1, and says that it is a guess', async () => {
    const { status, rows, complaint } = await importOf('rows.csv', Buffer.from('id,city\nu1,Z\xFCrich\n', 'latin1'));
    expect({ status, rows }).toEqual({ status: 0, rows: [{ id: 'u1', city: 'Zürich' }] });
    expect(complaint).toContain('Windows-1252');
  });

  test.each([
    ['--delimiter', 'tab', 'a;b\tid\n1;2\tu1\n', { 'a;b': '1;2', id: 'u1' }],
    [
      '--encoding',
      'windows-1251',
      Buffer.from('id,a\nu1,\xCC\xEE\xF1\xEA\xE2\xE0\n', 'latin1'),
      { id: 'u1', a: 'Москва' },
    ],
    ['--format', 'csv', '{id},id\n1,u1\n', { '{id}': '1', id: 'u1' }],
  ])('unless %s %s says otherwise', async (option, value, content, row) => {
    expect(await importOf('rows.csv', content, option, value)).toMatchObject({ status: 0, rows: [row], complaint: '' });
  });

  test.each([
    ['a zip archive', 'rows.csv', Buffer.from('PK\x03\x04rest', 'latin1')],
    ['a tar archive', 'rows.tar.gz', gzipSync(Buffer.from(`${'rows.csv'.padEnd(257, '\0')}ustar\0id\n1\n`))],
    ['packed by zstd', 'rows.csv.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 1, 2])],
    ['a Parquet file', 'rows.parquet', Buffer.from('PAR1\x15\x04\x15', 'latin1')],
    ['not text', 'rows.csv', Buffer.from('id,a\n\0\x01\x02,3\n')],
    ['HTML or XML', 'rows.csv', '<!doctype html><title>Sign in</title>'],
    ['name its encoding', 'rows.csv', Buffer.from('id,a\nu1,\xCC\xEE\xF1\xEA\xE2\xE0\n', 'latin1')],
    ['called JSON and holds none', 'rows.json', 'id,a\n1,2\n'],
  ])('what it cannot read: %s', async (reason, name, content) => {
    const { status, rows, complaint } = await importOf(name, content);
    expect({ status, rows }).toEqual({ status: 2, rows: [] });
    expect(complaint).toContain(reason);
  });

  test.each([
    ['a header alone', 'rows.csv', 'id,a\n'],
    ['an empty array', 'rows.json', '[]'],
    ['blank lines', 'rows.csv', '\n\n'],
  ])('that nothing was in it: %s', async (_, name, content) => {
    const { status, complaint } = await importOf(name, content);
    expect({ status, complaint }).toEqual({
      status: 1,
      complaint: 'Nothing was imported: there is no row in the input.\n',
    });
  });
});

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

describe('An import of integers beyond 2^53', () => {
  test('keeps their digits through the map and into the event', async () => {
    const server = await startSimulatorServer();
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, 'map.lua'),
      'return function(row) app.integrations.segment.track({ event = "E", userId = tostring(row.id), properties = row }) end',
    );
    writeFileSync(
      join(cwd, 'rows.ndjson'),
      '{"id":1234567890123456789}\n{"id":1234567890123456790,"list":[-9223372036854775808]}\n',
    );
    const { status } = await runCli(['import', 'rows.ndjson', '--map', 'map.lua', '--url', server.url], { cwd });
    await server.close();
    expect(status).toBe(0);
    expect(server.simulator.events.map(({ userId }) => userId)).toEqual(['1234567890123456789', '1234567890123456790']);
    const sent = server.simulator.requests.map(({ body }) => body).join();
    expect(sent).toContain('"properties":{"id":1234567890123456789}');
    expect(sent).toContain('"id":1234567890123456790,"list":[-9223372036854775808]');
  });
});

test('An import whose output nobody reads delivers all the same', async () => {
  const server = await startSimulatorServer();
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'map.lua'), MAP.replace('print(json.encode(row))', 'print(("x"):rep(2000))'));
  writeFileSync(join(cwd, 'rows.csv'), `id\n${Array.from({ length: 5_000 }, (_, at) => `u${at}`).join('\n')}`);
  const child = startCli(['import', 'rows.csv', '--map', 'map.lua', '--url', server.url], { cwd });
  child.stdout.destroy();
  child.stderr.once('data', () => child.stderr.destroy());
  await once(child, 'exit');
  await server.close();
  expect(child.exitCode).toBe(0);
  expect(server.simulator.events).toHaveLength(5_000);
});
