// `npm test`: builds everything, runs every check and every workspace's tests, and ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { prepareTestMachine } from './test-machine.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function turbo(task, ...options) {
  return ['node_modules/turbo/bin/turbo', 'run', task, '--continue', '--log-prefix=none', ...options];
}

/** Each counts as one test; the workspaces' own tests are counted one by one. */
const checks = [
  ['build', turbo('build', '--output-logs=errors-only')],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['types, TypeScript 6 and 7', turbo('typecheck', '--output-logs=errors-only')],
  ['types of the root', ['node_modules/typescript/lib/tsc.js', '-p', '.']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn']],
  ['boundaries', ['scripts/boundaries.mjs']],
  ['unused code', ['node_modules/knip/bin/knip.js']],
  ['docs are what docs-gen renders', ['packages/docs-gen/dist/cli.js', '--config', 'docs-gen.config.ts', '--check']],
  ['manifests and types as published', turbo('pkgcheck', '--output-logs=errors-only')],
  ['sizes', turbo('size', '--output-logs=errors-only')],
  ['an operation added as CONTRIBUTING.md says', ['scripts/add-operation.mjs']],
  ['packed and installed', ['scripts/pack-check.mjs']],
  ['release', ['scripts/release-check.mjs']],
];

/** Runs one command; resolves to its exit code, having printed what it said if it failed. */
function run(command, environment) {
  const child = spawn(process.execPath, command, { cwd: root, env: environment });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(said));
      resolve(code);
    });
  });
}

async function passes([name, command], environment) {
  const started = Date.now();
  const passed = (await run(command, environment)) === 0;
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return passed;
}

function workspaces() {
  return ['packages', 'apps'].flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)));
}

function testCount(folder) {
  const file = join(folder, '.test-count.json');
  // A folder that left no count broke before its tests ended.
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1 };
}

function live(command, environment) {
  const child = spawn(process.execPath, command, { cwd: root, env: environment, stdio: 'inherit' });
  return new Promise((resolve) => child.on('close', resolve));
}

/** Runs the tests of the root's scripts and of every workspace, live on the console, and counts them. */
async function jestTests(environment) {
  const folders = [root, ...workspaces()];
  for (const folder of folders) rmSync(join(folder, '.test-count.json'), { force: true });
  await live(['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'], environment);
  await live(turbo('test', '--concurrency=2'), environment);
  return folders.map(testCount);
}

function sum(counts, key) {
  return counts.reduce((total, count) => total + count[key], 0);
}

const environment = { ...process.env, ...prepareTestMachine(), TURBO_TELEMETRY_DISABLED: '1' };
const counts = [];

/** Runs the checks that are left, one after another. */
async function runChecks(left) {
  for (let check = left.shift(); check !== undefined; check = left.shift()) {
    const passed = await passes(check, environment);
    counts.push({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
  }
}

const [build, ...rest] = checks;
await runChecks([build]);
// Most of them keep one core busy; none writes where another reads.
await Promise.all([runChecks(rest), runChecks(rest)]);

counts.push(...(await jestTests(environment)));

console.log(`\n${sum(counts, 'passed')} passed, ${sum(counts, 'failed')} failed`);

process.exitCode = sum(counts, 'failed') > 0 ? 1 : 0;
