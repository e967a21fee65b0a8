import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, test } from '@jest/globals';
import { renderLuaDefinitions } from '@moonwire/docs-gen';

import { wholeReference } from '../src/reference.js';
import { runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const run = promisify(execFile);
const definitions = renderLuaDefinitions(wholeReference);

/** The globals that definitions give to scripts. */
const globals = [
  ...new Set(
    [...definitions.matchAll(/^(?:function )?([a-z]\w*)(?: = |\([\w., ]*\) end)/gm)].map(([, name = '']) => name),
  ),
];

/** Every script of the rendered reference and of the examples. */
const listScripts = (): string[] => {
  const root = new URL('../../../', import.meta.url);
  const read = (folder: string, ending: string): string[] =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => readFileSync(new URL(`${folder}${name}`, root), 'utf8'));
  const blocks = read('docs/reference/', '.md').flatMap((text) =>
    [...text.matchAll(/^```lua\n(.*?)^```/gms)].map(([, code = '']) => code),
  );
  return [...new Set([...blocks, ...read('examples/', '.lua')])];
};

describe('Definitions for editors', () => {
  test('know what scripts find, what a failed call gives, and calls without a table', () => {
    expect(globals.sort()).toEqual(['app', 'args', 'dump', 'json', 'parallel', 'regex']);
    expect(definitions).toContain('---@class (exact) segment.track.Result : segment.Failure');
    expect(definitions).toMatch(/---@class segment.Failure\n---@field code\? string/);
    expect(definitions).toContain('---@param parameters? segment.list_destinations.Parameters');
    expect(definitions).toContain('---@param parameters segment.track.Parameters');
    expect(definitions).toContain('app.integrations.segment = app_integrations_segment_functions --[[@as segment]]');
  });

  test('are written for the accounts and the events there are', async () => {
    const folder = temporaryFolder();
    const plan = join(folder, 'plan.json');
    writeFileSync(plan, JSON.stringify({ events: { 'Signed Up': { properties: { plan: 'string' } } } }));
    const file = join(folder, 'segment.d.lua');
    const { status } = await runCli(['docs', '--definitions', file, '--plan', plan]);
    expect(status).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/---@field event "Signed Up"\n[^]*---@field staging segment.Functions/);
    expect(readFileSync(file, 'utf8')).toMatch(/---@class \(exact\) \S+\n---@field plan\? string\n/);
  });

  test('allow what any of the plans of several accounts allows', async () => {
    const folder = temporaryFolder();
    const write = (name: string, events: object, ...rules: object[]): string => {
      const path = join(folder, name);
      writeFileSync(path, JSON.stringify(rules.length > 0 ? { rules } : { events }));
      return path;
    };
    const ours = write('a.json', {
      Same: { properties: { n: 'number' } },
      Differs: { properties: { ours: 'string' } },
    });
    const theirs = write('b.json', {
      Same: { properties: { n: 'number' } },
      Differs: { properties: { theirs: 'string' } },
      Theirs: { properties: { only: 'string' } },
    });
    const { stdout } = await runCli(['docs', '--definitions', '--plan', ours, '--plan', `staging=${theirs}`]);
    expect([...stdout.matchAll(/---@field event "(\w+)"/g)].map(([, name]) => name)).toEqual([
      'Differs',
      'Same',
      'Theirs',
    ]);
    expect(stdout).toContain('---@field n? number');
    expect(stdout).not.toMatch(/---@field (ours|theirs)/);
    const some = await runCli(['docs', '--definitions', '--plan', `staging=${theirs}`]);
    expect(some.stdout).toContain('---@field event string');
  });

  test('leave luacheck nothing to say of any script of the documentation', async () => {
    const folder = temporaryFolder();
    const { LUACHECK_PATH: luacheck } = process.env;
    if (luacheck === undefined) throw new Error('luacheck is not there: npm test installs it (Debian: lua-check)');
    mkdirSync(join(folder, 'scripts'));
    const scripts = listScripts();
    scripts.forEach((code, at) => {
      writeFileSync(join(folder, 'scripts', `${at}.lua`), code);
    });
    expect(scripts.length).toBeGreaterThan(200);
    const options = ['--std', 'lua53', '--no-max-line-length', '--no-color', '-q', '--read-globals', ...globals];
    const { stdout } = await run(luacheck, [join(folder, 'scripts'), ...options]);
    expect(stdout).toContain(`0 warnings / 0 errors in ${scripts.length} files`);
  });
});
