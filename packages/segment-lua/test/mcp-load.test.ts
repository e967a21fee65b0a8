import { execFileSync } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

import { CLI } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const CALLS = 100;
const LIMIT_SECONDS = 2;

/**
 * The server's heap: with a small one, what it does not need any more is soon gone, and what it leaked would end it.
 */
const HEAP_MIB = 160;

const HOSTILE: readonly string[] = [
  'while true do end',
  'while true do pcall(function() while true do end end) end',
  'local s = "x" while true do s = s .. s end',
  'local t = {} for i = 1, math.huge do t[i] = { i } end',
  'local function f() return f() + 1 end f()',
  'string.rep("x", 1e9)',
  'while true do print(string.rep("y", 1000)) end',
  'return string.find(string.rep("a", 1000), string.rep("a?", 1000) .. string.rep("a", 1000))',
  'for i = 1, math.huge do app.integrations.segment.track({ event = "Flood", userId = "u" }) end',
  'coroutine.wrap(function() while true do coroutine.yield() end end)() while true do end',
];

const script = (n: number): { readonly code: string; readonly isHostile: boolean } => {
  if (n % 10 === 0) return { code: HOSTILE[(n / 10) % HOSTILE.length] ?? '', isHostile: true };
  return {
    code: `app.integrations.segment.track({ event = "Call ${n}", userId = "user-${n}" }) x = (x or 0) + ${n} return x`,
    isHostile: false,
  };
};

interface Answered {
  readonly ok: boolean;
  readonly values: readonly unknown[];
  readonly error?: { readonly code: string };
}

describe('Many agents at once, some of them hostile', () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [`--max-old-space-size=${HEAP_MIB}`, CLI, 'mcp', '--timeout', String(LIMIT_SECONDS)],
    env: { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: temporaryFolder() },
  });
  const client = new Client({ name: 'test', version: '1' });
  beforeAll(() => client.connect(transport));
  afterAll(() => client.close());

  const rssMiB = (): number =>
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(transport.pid)], { encoding: 'utf8' })) / 1024;

  const callAll = (codes: readonly string[]): Promise<Answered[]> =>
    Promise.all(
      codes.map(async (code) => {
        const answer = await client.callTool({ name: 'execute_lua', arguments: { code } }, undefined, {
          timeout: 100_000,
        });
        return answer.structuredContent as Answered;
      }),
    );

  const mixed = Array.from({ length: CALLS }, (_, n) => script(n));

  const storm = async (): Promise<number> => {
    const answers = await callAll(mixed.map(({ code }) => code));
    answers.forEach(({ ok, values, error }, n) => {
      if (mixed[n]?.isHostile)
        expect({ n, code: error?.code }).toEqual({ n, code: expect.stringMatching(/^limit_|^runtime$/) });
      else expect({ n, ok, values }).toEqual({ n, ok: true, values: [n] });
    });
    return rssMiB();
  };

  test('are all answered, each with its own result, and the memory of the server stays flat', async () => {
    // The heaps of its threads are bounded, too; between them they may hold some garbage.
    const readings = [await storm(), await storm()];
    expect(Math.max(...readings)).toBeLessThan(500);
  }, 110_000);
});
