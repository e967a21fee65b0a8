import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { importOf, MAP } from './import-of.js';
import { readInput } from './read-input.js';
import { runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

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
    expect(await readInput('rows.csv', content)).toEqual({ rows, faults: [], notes: [] });
  });

  test('sets rows of another length aside and goes on', async () => {
    const { rows, faults } = await readInput('rows.csv', 'id,a\n1\n2,3,4\n5,6\n');
    expect(rows).toEqual([{ id: '5', a: '6' }]);
    expect(faults.map(({ message }) => message)).toEqual([
      'line 2 has another number of fields than the header, 1 and not 2',
      'line 3 has another number of fields than the header, 3 and not 2; quote a field that holds what separates fields',
    ]);
  });

  test('refuses two columns of one name, of which the rows would keep one', async () => {
    expect(await readInput('rows.csv', 'id,a,id\n1,2,3\n')).toMatchObject({
      rows: [],
      error: { code: 'unfit_input', message: "the header has the column 'id' twice; give each its own name" },
    });
  });

  test('sets a line aside whose quote is never closed, and goes on with the next', async () => {
    expect(await readInput('rows.csv', 'id,a\n1,"open\n2,3\n')).toEqual({
      rows: [{ id: '2', a: '3' }],
      faults: [{ text: '1,"open', message: 'line 2 has a quote that is never closed' }],
      notes: [],
    });
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
    expect({ status, complaint }).toEqual({ status: 1, complaint: 'the input ends early: its gzip is cut off\n' });
    expect(summary.delivered).toBeGreaterThan(1_000);
  });

  test.each([
    ['has something else behind it', (gzip: Buffer) => Buffer.concat([gzip, Buffer.from('something else')])],
    ['has a wrong checksum', (gzip: Buffer) => Buffer.concat([gzip.subarray(0, -8), Buffer.alloc(8)])],
  ])('that %s gives every row, and says so', async (_, spoil) => {
    const lines = Array.from({ length: 2_000 }, (_row, id) => `{"id":"user-${id}","salt":${Math.sin(id)}}\n`).join('');
    const { rows, error } = await readInput('rows.ndjson.gz', spoil(gzipSync(lines)));
    expect({ rows: rows.length, error }).toMatchObject({
      rows: 2_000,
      error: { code: 'broken_input', message: expect.stringContaining('the gzip of the input is damaged: ') },
    });
  });

  test('that is no longer than its header says so, too', async () => {
    expect(await readInput('rows.csv.gz', gzipSync('id\n1\n').subarray(0, 12))).toMatchObject({
      error: { code: 'broken_input', message: 'the input ends early: its gzip is cut off' },
    });
  });
});

test('An import of NDJSON says in which line what is wrong', async () => {
  const { faults } = await readInput('rows.ndjson', '{"id":"u1"}\n\n{bad\n[1]\nnull\n"x"\n{"id":"u2"}');
  expect(faults.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^line 3 is not JSON: ./),
    'line 4 is a list; expected an object, like {"id":"u1"}',
    'line 5 is null; expected an object, like {"id":"u1"}',
    'line 6 is a string; expected an object, like {"id":"u1"}',
  ]);
});

test('An import of NDJSON refuses a delimiter, which it has no use for', async () => {
  expect(await importOf('rows.csv', '{"id":"u1"}\n', '--delimiter', ';')).toMatchObject({
    status: 2,
    rows: [],
    complaint: expect.stringContaining('--format csv'),
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

/** In an encoding of its own, which nothing in it names. */
const MOSCOW = Buffer.from('id,a\nu1,\xCC\xEE\xF1\xEA\xE2\xE0\n', 'latin1');

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
      content: '{"id":"u1","city":"NYC"}\n\n{"id":"u2","city":"LA"}\n',
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
    {
      what: 'gzipped NDJSON',
      name: 'rows.jsonl.gz',
      content: gzipSync('{"id":"u1","city":"NYC"}\r\n{"id":"u2","city":"LA"}\n'),
    },
    { what: 'gzipped CSV', name: 'rows.csv.gz', content: gzipSync('\uFEFFid,city\nu1,NYC\nu2,LA\n') },
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
    { what: 'sep=; as a spreadsheet saves it again', name: 'rows.csv', content: '"sep=;"\nid;city\nu1;NYC\nu2;LA\n' },
    { what: 'sep=; with the separators of a row', name: 'rows.csv', content: 'SEP=|||\rid|city\ru1|NYC\ru2|LA' },
    {
      what: 'files that were put together, each with its mark',
      name: 'rows.csv',
      content: '\uFEFF\uFEFFid,city\nu1,NYC\n\uFEFFu2,LA\n',
    },
    {
      what: 'lines of blanks, and the end of file of DOS',
      name: 'rows.csv',
      content: 'id,city\nu1,NYC\n  \nu2,LA\n\x1A',
    },
    {
      what: 'gzip in pieces, with zeros behind',
      name: 'rows.csv',
      content: Buffer.concat([gzipSync('id,city\nu1,NYC\n'), gzipSync('u2,LA\n'), Buffer.alloc(512)]),
    },
    {
      what: 'JSON over many lines after a line that is whole',
      name: 'rows.ndjson',
      content: '{"id":"u1","city":"NYC"}\n{\n  "id":"u2",\n  "city":"LA"\n}\n',
    },
    { what: 'objects of one line', name: 'rows.txt', content: '{"id":"u1","city":"NYC"} {"id":"u2","city":"LA"}' },
    {
      what: 'lines of JSON with commas and marks',
      name: 'rows.ndjson',
      content: '\uFEFF{"id":"u1","city":"NYC"},\n\uFEFF{"id":"u2","city":"LA"},\n',
    },
    {
      what: 'one array after another',
      name: 'rows.json',
      content: '[{"id":"u1","city":"NYC"}]\n[{"id":"u2","city":"LA"}]',
    },
  ])('$what', async ({ name, content }) => {
    expect(await readInput(name, content)).toEqual({ rows: CITIES, faults: [], notes: [] });
  });

  test('Latin-1, and says that it is a guess', async () => {
    const { status, rows, complaint } = await importOf('rows.csv', Buffer.from('id,city\nu1,Z\xFCrich\n', 'latin1'));
    expect({ status, rows }).toEqual({ status: 0, rows: [{ id: 'u1', city: 'Zürich' }] });
    expect(complaint).toContain('Windows-1252');
  });

  test.each([
    [{ delimiter: '\t' }, 'a;b\tid\n1;2\tu1\n', { 'a;b': '1;2', id: 'u1' }],
    [{ encoding: 'windows-1251' }, MOSCOW, { id: 'u1', a: 'Москва' }],
    [{ format: 'csv' }, '{id},id\n1,u1\n', { '{id}': '1', id: 'u1' }],
  ] as const)('unless %j says otherwise', async (reading, content, row) => {
    expect(await readInput('rows.csv', content, reading)).toEqual({ rows: [row], faults: [], notes: [] });
  });

  test('unless its options say otherwise', async () => {
    const options = ['--format', 'csv', '--delimiter', 'tab', '--encoding', 'windows-1251'];
    const content = Buffer.from('{a;b}\tid\n\xCC\xEE\xF1\tu1\n', 'latin1');
    expect(await importOf('rows.ndjson', content, ...options)).toMatchObject({
      status: 0,
      rows: [{ '{a;b}': 'Мос', id: 'u1' }],
      complaint: '',
    });
  });

  test.each([
    ['a zip archive', 'rows.csv', Buffer.from('PK\x03\x04rest', 'latin1')],
    ['a tar archive', 'rows.tar.gz', gzipSync(Buffer.from(`${'rows.csv'.padEnd(257, '\0')}ustar\0id\n1\n`))],
    ['packed by zstd', 'rows.csv.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 1, 2])],
    ['a Parquet file', 'rows.parquet', Buffer.from('PAR1\x15\x04\x15', 'latin1')],
    ['not text', 'rows.csv', Buffer.from('id,a\n\0\x01\x02,3\n')],
    ['HTML or XML', 'rows.csv', '<!doctype html><title>Sign in</title>'],
    ['name its encoding', 'rows.csv', MOSCOW],
    ['called JSON and holds no object', 'rows.json', 'id,a\n1,2\n'],
    ['control characters', 'rows.csv.br', brotliCompressSync('id,city\nu1,NYC\nu2,a text that is longer\n')],
    ['begins with control characters', 'rows.orc', 'ORC\x08\x03\n'],
    ['packed by compress', 'rows.Z', Buffer.from([0x1f, 0x9d, 0x90, 0x69])],
    ['Git LFS', 'rows.csv', 'version https://git-lfs.github.com/spec/v1\nsize 12345\n'],
    ['a document in RTF', 'rows.csv', '{\\rtf1\\ansi id,city}'],
    ['name its encoding', 'rows.csv', Buffer.from('id,a\nu1,\x8D\xC3\n', 'latin1')],
  ])('what it cannot read: %s', async (reason, name, content) => {
    expect(await readInput(name, content)).toMatchObject({
      rows: [],
      error: { code: 'unfit_input', message: expect.stringContaining(reason) },
    });
  });

  test('what it cannot read, which is wrong usage', async () => {
    expect(await importOf('rows.parquet', 'PAR1\x15\x04\x15')).toMatchObject({
      status: 2,
      rows: [],
      complaint: expect.stringMatching(/cannot import 'rows\.parquet': .*a Parquet file/),
    });
  });

  test.each([
    ['a header alone', 'rows.csv', 'id,a\n'],
    ['an empty array', 'rows.json', '[]'],
    ['blank lines', 'rows.csv', '\n\n'],
  ])('that nothing is in it: %s', async (_, name, content) => {
    expect(await readInput(name, content)).toEqual({ rows: [], faults: [], notes: [] });
  });

  test('that nothing is in what is not empty, which is no success', async () => {
    expect(await importOf('rows.json', '[]')).toMatchObject({
      status: 1,
      complaint: 'Nothing was imported: there is no row in the input.\n',
    });
    expect(await importOf('rows.csv', '')).toMatchObject({ status: 0, rows: [], complaint: '' });
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
