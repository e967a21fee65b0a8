import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';

import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import * as zod from 'zod';

import * as docsGen from '../src/index.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^(`{3,})(\w*)\n(.*?)^\1$/gms)].map(([, , language = '', code = '']) => ({
  language,
  code,
}));
const block = (part: string): string => blocks.find(({ code }) => code.includes(part))?.code ?? '';

/** Runs TypeScript whose imports are this package and zod, and returns what it left in `exports`. */
const run = (code: string): Record<string, unknown> => {
  const exports: Record<string, unknown> = {};
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  runInNewContext(outputText, {
    exports,
    console: { log: () => undefined },
    require: (name: string) => (name === 'zod' ? zod : docsGen),
  });
  return exports;
};

describe('The README', () => {
  test('starts with a configuration that renders what it says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-gen-readme-'));
    try {
      writeFileSync(join(folder, 'docs-gen.config.ts'), block('// docs-gen.config.ts'));
      const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
      expect(spawnSync(process.execPath, [cli], { cwd: folder, encoding: 'utf8' })).toMatchObject({
        status: 0,
        stderr: '',
      });
      expect(readFileSync(join(folder, 'docs/greenhouse.md'), 'utf8')).toContain(block('| `litres` | number'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('names every standard target and its function', () => {
    const rows = readme.split('\n').filter((line) => /^\| `[\w-]+` \| `/.test(line) && line.includes('`render'));
    expect(rows.map((line) => line.split('`')[1])).toEqual(docsGen.standardTargets.map(({ name }) => name));
    const named = [...readme.matchAll(/`(render\w+)`/g)].map(([, name = '']) => name);
    expect(Object.keys(docsGen).filter((name) => name.startsWith('render') && !named.includes(name))).toEqual([]);
  });

  test('shows functions of one’s own and agent documentation as they are', () => {
    const described = block('fromFunctions({');
    const agent = block('createAgentDocs(reference)').replaceAll(/^import.*\n/gm, '');
    const { found, missing, hits } = run(
      `import { createAgentDocs } from '@moonwire/docs-gen';\n${described}\n${agent}
      export const hits = docs.search('forcast').map(({ name }) => name);
      export const found = ['app.weather.forecast', 'weather.forecast', 'forecast'].map((page) => docs.read(page).found);
      export const missing = docs.read('forcast');`,
    );
    expect(hits).toEqual(expect.arrayContaining(['forecast']));
    expect(found).toEqual([true, true, true]);
    expect(missing).toEqual({
      found: false,
      message: 'Unknown page: forcast. Did you mean: forecast',
      suggestions: ['forecast'],
    });
    expect(agent).toContain(
      "{ found: false, message: 'Unknown page: forcast. Did you mean: forecast', suggestions: ['forecast'] }",
    );
  });
});
