// `npm start [-- script.lua | - | options]`: builds what is needed, then runs a script, by default the quickstart.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const callerFolder = process.env.INIT_CWD ?? process.cwd();
const cli = resolve(root, 'packages/segment-lua/dist/cli.js');

function build() {
  // Later builds come from the cache, in less time than a message takes to read.
  if (!existsSync(cli)) console.error('Building for the first time, which takes a minute …');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/turbo/bin/turbo', 'run', 'build', '--filter=@moonwire/segment-lua', '--output-logs=errors-only'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } },
  );
  if (status === 0) return;
  console.error(stdout, stderr);
  process.exit(1);
}

function namesScript(argument) {
  return argument === '-' || argument.endsWith('.lua') || existsSync(resolve(callerFolder, argument));
}

build();
const given = process.argv.slice(2);
const script = given.some(namesScript) ? [] : [resolve(root, 'examples/quickstart.lua')];
const { status } = spawnSync(process.execPath, [cli, 'run', ...script, ...given], {
  cwd: callerFolder,
  stdio: 'inherit',
});
process.exitCode = status ?? 130;
