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
const build = ['build', turbo('build', '--output-logs=errors-only')];

/** Those that need nothing built. */
const checksOfSources = [
  ['lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn']],
  ['boundaries', ['scripts/boundaries.mjs']],
];

/** The longest first. */
const checks = [
  ['types, TypeScript 6 and 7', turbo('typecheck', '--output-logs=errors-only')],
  ['an operation added as CONTRIBUTING.md says', ['scripts/add-operation.mjs']],
  ['manifests and types as published', turbo('pkgcheck', '--output-logs=errors-only')],
  ['lint by types', ['node_modules/oxlint/bin/oxlint']],
  ['sizes', turbo('size', '--output-logs=errors-only')],
  ['unused code', ['node_modules/knip/bin/knip.js']],
  ['types of the root', ['node_modules/typescript/lib/tsc.js', '-p', '.']],
  ['docs are what docs-gen renders', ['packages/docs-gen/dist/cli.js', '--config', 'docs-gen.config.ts', '--check']],
];

/** Whose tests wait for their clients' pauses more than they compute. */
const waitingWorkspace = 'packages/segment-sdk';

/** Those that wait for the registry more than they compute. */
const waitingChecks = [
  ['packed and installed', ['scripts/pack-check.mjs']],
  ['release', ['scripts/release-check.mjs']],
];

/** Runs one command; resolves to its exit code, having printed what it said if it failed. */
function run(command) {
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

async function passes([name, command]) {
  const started = Date.now();
  const passed = (await run(command)) === 0;
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

function workspaces() {
  return ['packages', 'apps'].flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`));
}

function live(command) {
  const child = spawn(process.execPath, command, { cwd: root, env: environment, stdio: 'inherit' });
  return new Promise((resolve) => child.on('close', resolve));
}

/** Runs the tests of a folder, live on the console. */
async function countTests(folder, command) {
  const file = join(root, folder, '.test-count.json');
  rmSync(file, { force: true });
  await live(command);
  // A folder that left no count broke before its tests ended.
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1 };
}

function testsOf(folder) {
  // What they need has been built.
  return () => countTests(folder, turbo('test', '--only', `--filter=./${folder}`));
}

function testsOfScripts() {
  return countTests('.', ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js']);
}

function toJob(check) {
  return () => passes(check);
}

function sum(counts, key) {
  return counts.reduce((total, count) => total + count[key], 0);
}

const environment = { ...process.env, ...prepareTestMachine(), TURBO_TELEMETRY_DISABLED: '1' };
const counts = [];

// The higher a workspace, the longer its tests take; what is short comes last, so that two cores are busy to the end.
const computing = workspaces().filter((name) => name !== waitingWorkspace);
const jobs = [...computing.reverse().map(testsOf), testsOfScripts, ...checks.map(toJob)];
const waitingJobs = [testsOf(waitingWorkspace), ...waitingChecks.map(toJob)];

/** Does what is left of some lists of jobs, one job after another. */
async function work(...lists) {
  for (const left of lists)
    for (let job = left.shift(); job !== undefined; job = left.shift()) counts.push(await job());
}

// The build does not keep two cores busy.
await Promise.all([work([toJob(build)]), work(checksOfSources.map(toJob))]);

// Most of them keep one core busy; none writes where another reads.
await Promise.all([work(jobs), work(jobs), work(waitingJobs, jobs)]);

console.log(`\n${sum(counts, 'passed')} passed, ${sum(counts, 'failed')} failed`);

process.exitCode = sum(counts, 'failed') > 0 ? 1 : 0;
