// `npm start [-- script.lua | - | options]`: builds what is needed, then runs a script, by default the quickstart.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const callerFolder = process.env.INIT_CWD ?? process.cwd();

function build() {
  console.error('Building (cached after the first time) …');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/turbo/bin/turbo', 'run', 'build', '--filter=@moonwire/segment-lua', '--output-logs=errors-only'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } },
  );
  if (status === 0) return;
  console.error(stdout, stderr);
  process.exit(1);
}

const namesScript = (argument) =>
  argument === '-' || argument.endsWith('.lua') || existsSync(resolve(callerFolder, argument));

build();
const given = process.argv.slice(2);
const script = given.some(namesScript) ? [] : [resolve(root, 'examples/quickstart.lua')];
const { status } = spawnSync(
  process.execPath,
  [resolve(root, 'packages/segment-lua/dist/cli.js'), 'run', ...script, ...given],
  { cwd: callerFolder, stdio: 'inherit' },
);
process.exitCode = status ?? 130;
