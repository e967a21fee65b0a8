import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

/** Shows each row as the map gets it. */
export const MAP = `return function(row)
  print(json.encode(row))
  app.integrations.segment.track({ event = "E", userId = tostring(row.id) })
end`;

/** What came of an import. */
export interface Imported {
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

/** Imports a file on the simulator. */
export const importOf = async (name: string, content: string | Buffer, ...args: string[]): Promise<Imported> => {
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
