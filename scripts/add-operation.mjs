// Adds the operation that CONTRIBUTING.md shows, by its steps, in a scratch copy of the checkout, and finds all that is
// made of the table green: form, build, docs, types, sizes, tests. Needs the packages built.
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const operations = 'packages/segment-sdk/src/operations';
const table = `${operations}/management-operations.ts`;
const prettier = 'node_modules/prettier/bin/prettier.cjs';
const jest = ['--experimental-vm-modules', '--no-warnings', '../../node_modules/jest/bin/jest.js'];
const tsc = ['../../node_modules/typescript7/lib/tsc.js', '-p', '.', '--singleThreaded'];
const tsup = ['../../node_modules/tsup/dist/cli-default.js'];
const size = ['../../node_modules/size-limit/bin.js'];

/** What is run in the copy, in order; the entries of one line run at once. Each is a folder and a command of Node. */
const steps = [
  // The line of the table may grow too long; what CONTRIBUTING.md shows is in its form.
  [['.', [prettier, '--write', table]]],
  [
    ['.', [prettier, '--check', operations]],
    ['packages/segment-sdk', ['build/generate.mjs']],
  ],
  [
    ['packages/segment-sdk', tsup],
    ['.', ['scripts/boundaries.mjs']],
  ],
  // What it declares is the same for any table; its types are checked below.
  [['packages/segment-lua', [...tsup, '--no-dts', '--no-clean']]],
  [['.', ['packages/docs-gen/dist/cli.js', '--config', 'docs-gen.config.ts']]],
  [
    ['packages/segment-sdk', tsc],
    ['packages/segment-lua', tsc],
  ],
  // What the table makes, seen from the client, the simulator and Lua; everything else has its tests in the checkout.
  [
    ['packages/segment-sdk', [...jest, 'test/operations', 'test/management', 'simulated-operations']],
    ['packages/segment-lua', [...jest, 'test/reference', 'test/policy']],
  ],
  [['packages/segment-sdk', size]],
];

/** A copy of what git knows or would take in, with the modules that are installed and the packages that are built. */
function copyCheckout(copy) {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of files.toString().split('\0')) {
    if (file === '' || !existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  linkModules(copy);
  for (const name of readdirSync(join(root, 'packages'))) {
    const [modules, built] = ['node_modules', 'dist'].map((folder) => join('packages', name, folder));
    if (existsSync(join(root, modules))) symlinkSync(join(root, modules), join(copy, modules));
    cpSync(join(root, built), join(copy, built), { recursive: true });
  }
}

/** Links every module that is installed; those of ours lead to the copy's own packages. */
function linkModules(copy) {
  mkdirSync(join(copy, 'node_modules/@moonwire'), { recursive: true });
  const modules = join(root, 'node_modules');
  for (const name of readdirSync(modules).filter((entry) => entry !== '@moonwire' && entry !== '.cache'))
    symlinkSync(join(modules, name), join(copy, 'node_modules', name));
  for (const name of readdirSync(join(modules, '@moonwire'))) {
    const home = relative(realpathSync(root), realpathSync(join(modules, '@moonwire', name)));
    symlinkSync(join(copy, home), join(copy, 'node_modules/@moonwire', name));
  }
}

/** The files that CONTRIBUTING.md shows, by name: blocks of code that open with a comment that names the file. */
function readShownFiles() {
  const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const blocks = contributing.matchAll(/^ *```ts\n *\/\/ ([\w.-]+\.ts)\n([\s\S]*?)^ *```/gm);
  return Object.fromEntries([...blocks].map(([, file, code]) => [file, code.replace(/^ {3}/gm, '')]));
}

/** Steps 1 and 2 of CONTRIBUTING.md: the files, then a line of the table. */
function addOperation(copy) {
  const shown = readShownFiles();
  for (const [file, code] of Object.entries(shown)) writeFileSync(join(copy, operations, file), code);
  const [file] = Object.keys(shown);
  const [, name] = /^export const (\w+) =/m.exec(shown[file]) ?? [];
  if (name === undefined) throw new Error('CONTRIBUTING.md shows no file that exports an operation');
  const text = readFileSync(join(copy, table), 'utf8');
  const imported = text.replace(
    /^import \{ listSources/m,
    `import { ${name} } from './${basename(file, '.ts')}.js';\n$&`,
  );
  writeFileSync(join(copy, table), imported.replace(/,?\s*\] as const/, `, ${name}] as const`));
  return name;
}

/** Runs one command in the copy; rejects with what it said when it fails. */
function run(copy, [folder, command]) {
  const child = spawn(process.execPath, command, { cwd: join(copy, folder), env: { ...process.env, CI: '1' } });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`in ${folder}: node ${command.join(' ')}\n${Buffer.concat(said)}`));
    });
  });
}

/** Runs the commands of one step at once, and rejects when all have ended: none still writes into what is removed. */
async function runAll(copy, step) {
  const ended = await Promise.allSettled(step.map((command) => run(copy, command)));
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** The pages of other functions that rendering has changed; there should be none. */
function findChangedPages(copy) {
  const pages = ['docs/reference/site/functions', 'docs/reference/segment'].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(folder, entry.name)),
  );
  return pages.filter((page) => readFileSync(join(root, page), 'utf8') !== readFileSync(join(copy, page), 'utf8'));
}

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'moonwire-operation-')));
try {
  copyCheckout(copy);
  const name = addOperation(copy);
  for (const step of steps) await runAll(copy, step);
  const changed = findChangedPages(copy);
  if (changed.length > 0) throw new Error(`${name} changed the pages of other functions: ${changed.join(', ')}`);
  console.log(`${name} was added as CONTRIBUTING.md says, and everything made of the table is green`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
