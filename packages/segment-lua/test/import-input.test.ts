import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

/** Shows each row as the map gets it. */
const MAP = `return function(row)
  print(json.encode(row))
  app.integrations.segment.track({ event = "E", userId = row.id })
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

const importOf = async (name: string, content: string | Buffer): Promise<Imported> => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'map.lua'), MAP);
  writeFileSync(join(cwd, name), content);
  const { status, stdout, stderr } = await runCli(['import', name, '--map', 'map.lua', '--json'], { cwd });
  const failures = join(cwd, `${name}.failures.ndjson`);
  return {
    status,
    rows: parsedLines(stderr),
    summary: JSON.parse(stdout) as Imported['summary'],
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
    { what: 'a header alone', content: 'id,a\n', rows: [] },
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

  test('says where a quote is never closed', async () => {
    const { status, complaint } = await importOf('rows.csv', 'id,a\n1,"open\n2,3\n');
    expect({ status, complaint }).toEqual({
      status: 1,
      complaint: expect.stringMatching(/^Quote Not Closed: .* line 3\n$/),
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
