import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renderReference } from '../src/index.js';
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
  writeFileSync(join(folder, 'docs-gen.config.ts'), `const config: object = ${JSON.stringify(config)};\nexport default config;\n`);
};
const docsGen = (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...env } });
const output = () => readFileSync(join(folder, 'out/greenhouse.md'), 'utf8');

describe('docs-gen', () => {
  test('writes what a TypeScript configuration describes, with progress and a summary', () => {
    const { status, stdout, stderr } = docsGen();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^✓ markdown: 1 file, 1 written$/m);
    expect(stdout).toMatch(/^\d+ files?, \d+ written, \d+ ms\n$/m);
    expect(output()).toBe(renderReference(greenhouse));
  });

  test('a second run writes nothing, and --check agrees', () => {
    docsGen();
    expect(docsGen().stdout).toMatch(/ 0 written, \d+ ms/);
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

  test('--help lists the options and the exit codes', () => {
    const { status, stdout } = docsGen(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('--check');
    expect(stdout).toContain('Exit codes');
  });

  test.each([
    ['an unknown option', ['--chekc'], "unknown option '--chekc'"],
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

  test('exits 1 when a file cannot be written', () => {
    mkdirSync(join(folder, 'out/greenhouse.md'), { recursive: true });
    expect(docsGen()).toMatchObject({ status: 1, stderr: expect.stringContaining('EISDIR') });
  });

  test('colours its lines unless NO_COLOR is set', () => {
    expect(docsGen().stdout).not.toContain('\u001B[');
    expect(docsGen([], { NO_COLOR: undefined, FORCE_COLOR: '1' }).stdout).toContain('\u001B[');
  });
});
