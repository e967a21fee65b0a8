import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { renderReference, standardTargets } from '../src/index.js';
import { greenhouse } from './greenhouse.js';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docs-gen-'));
  configure({ reference: greenhouse, outDir: 'out' });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const configure = (config: object) => {
  writeFileSync(
    join(folder, 'docs-gen.config.ts'),
    `const config: object = ${JSON.stringify(config)};\nexport default config;\n`,
  );
};
const docsGen = (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
const written = () =>
  readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.docs-gen.json')
    .map((entry) => relative(join(folder, 'out'), join(entry.parentPath, entry.name)))
    .sort();
const output = () => readFileSync(join(folder, 'out/greenhouse.md'), 'utf8');

describe('docs-gen', () => {
  test('writes what a TypeScript configuration describes, with progress and a summary', () => {
    const { status, stdout, stderr } = docsGen();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^✓ markdown: 1 file, 1 written$/m);
    expect(stdout).toMatch(/^\d+ files, \d+ written, 0 removed, \d+ ms\n$/m);
    expect(output()).toBe(renderReference(greenhouse));
    expect(written()).toEqual(
      standardTargets.flatMap(({ render }) => render(greenhouse).map(({ path }) => path)).sort(),
    );
  });

  test('a second run writes nothing, and --check agrees', () => {
    docsGen();
    expect(docsGen().stdout).toMatch(/ 0 written, 0 removed, \d+ ms/);
    expect(docsGen(['--check'])).toMatchObject({ status: 0, stderr: '' });
  });

  test('--check exits 1 with a unified diff and changes nothing', () => {
    docsGen();
    const drifted = output().replace('Open the valve', 'Close the valve');
    writeFileSync(join(folder, 'out/greenhouse.md'), drifted);
    const { status, stdout, stderr } = docsGen(['--check']);
    expect(status).toBe(1);
    expect(stdout).toContain('--- a/greenhouse.md\n+++ b/greenhouse.md\n@@ ');
    expect(stdout).toContain('\n-Close the valve of one bed.\n+Open the valve of one bed.\n');
    expect(stderr).toMatch(/1 of \d+ files? out of date/);
    expect(output()).toBe(drifted);
  });

  test('--check shows a missing file as wholly new', () => {
    expect(docsGen(['--check']).stdout).toContain('--- /dev/null\n+++ b/greenhouse.md\n');
  });

  test('removes what no target renders any more, and nothing else; --check shows it first', () => {
    docsGen();
    writeFileSync(join(folder, 'out/greenhouse/mine.md'), 'By hand.\n');
    configure({ reference: { ...greenhouse, operations: greenhouse.operations.slice(0, 2) }, outDir: 'out' });
    const { status, stdout } = docsGen(['--check']);
    expect(status).toBe(1);
    expect(stdout).toContain('--- a/greenhouse/open_roof.md\n+++ /dev/null\n');
    expect(docsGen().stdout).toMatch(/, 2 removed, /);
    expect(existsSync(join(folder, 'out/greenhouse/open_roof.md'))).toBe(false);
    expect(existsSync(join(folder, 'out/greenhouse/mine.md'))).toBe(true);
    expect(docsGen(['--check']).status).toBe(0);
  });

  test('gives the same bytes under another locale and time zone', () => {
    docsGen([], { LANG: 'C', LC_ALL: 'C', TZ: 'UTC' });
    const bytes = () => written().map((path) => readFileSync(join(folder, 'out', path), 'utf8'));
    const first = bytes();
    rmSync(join(folder, 'out'), { recursive: true });
    docsGen([], { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Chatham' });
    expect(bytes()).toEqual(first);
  });

  test('--watch renders again when the configuration changes', async () => {
    const child = spawn(process.execPath, [cli, '--watch'], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
    const summary = async () => {
      for (let said = ''; !said.includes(' ms\n');) said += String((await once(child.stdout, 'data'))[0]);
    };
    try {
      await summary();
      expect(output()).toContain('# Greenhouse —');
      configure({ reference: { ...greenhouse, title: 'Glasshouse' }, outDir: 'out' });
      await summary();
      expect(output()).toContain('# Glasshouse —');
    } finally {
      child.kill();
      await once(child, 'close');
    }
  });

  test('--help lists the options and the exit codes', () => {
    const { status, stdout } = docsGen(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('--check');
    expect(stdout).toContain('Exit codes');
  });

  test.each([
    ['an unknown option', ['--chekc'], "unknown option '--chekc'"],
    ['--check beside --watch', ['--check', '--watch'], 'cannot be used with'],
    ['a missing configuration', ['--config', 'nowhere.ts'], 'No configuration at nowhere.ts'],
    ['a configuration that does not load', ['--config', 'broken.ts'], 'broken.ts cannot be loaded: '],
    ['a configuration without a reference', ['--config', 'empty.ts'], 'its default export lacks reference and outDir'],
  ])('exits 2 on %s', (_, args, message) => {
    writeFileSync(join(folder, 'broken.ts'), 'export default {');
    writeFileSync(join(folder, 'empty.ts'), 'export default {};');
    const { status, stdout, stderr } = docsGen(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('exits 2 when targets would write outside the folder or over each other', () => {
    const target = (path: string) => `{ name: 'own', render: () => [{ path: ${JSON.stringify(path)}, text: '' }] }`;
    const withTargets = (...targets: string[]) => {
      writeFileSync(
        join(folder, 'docs-gen.config.ts'),
        `export default { reference: ${JSON.stringify(greenhouse)}, outDir: 'out', targets: [${targets.join()}] };`,
      );
      return docsGen();
    };
    expect(withTargets(target('../up.md'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("renders '../up.md'"),
    });
    expect(withTargets(target('a.md'), target('a.md'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('two targets render a.md'),
    });
  });

  test('exits 1 when a file cannot be written', () => {
    mkdirSync(join(folder, 'out/greenhouse.md'), { recursive: true });
    expect(docsGen()).toMatchObject({ status: 1, stderr: expect.stringContaining('EISDIR') });
  });

  test('colours its lines unless NO_COLOR is set', () => {
    expect(docsGen().stdout).not.toContain('\u001B[');
    expect(docsGen([], { NO_COLOR: undefined, FORCE_COLOR: '1' }).stdout).toContain('\u001B[');
  });
});
