// 200 calls of execute_lua at once, a tenth of them hostile, several times over: all answered, and what the server
// weighs.
import { execFileSync } from 'node:child_process';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { CLI } from './processes.mjs';

const ROUNDS = Number(process.argv[2] ?? 6);
// With a small heap, garbage does not pass for a leak, and a leak would end the server.
const HEAP_MIB = 160;

const hostile = [
  'while true do end',
  'while true do pcall(function() while true do end end) end',
  'local s = "x" while true do s = s .. s end',
  'local t = {} for i = 1, math.huge do t[i] = { i } end',
  'local function f() return f() + 1 end f()',
  'string.rep("x", 1e9)',
  'while true do print(string.rep("y", 1000)) end',
  'for i = 1, math.huge do app.integrations.segment.track({ event = "Flood", userId = "u" }) end',
  'coroutine.wrap(function() while true do coroutine.yield() end end)() while true do end',
];
const innocent = (n) => `app.integrations.segment.track({ event = "Call ${n}", userId = "user-${n}" }) return ${n}`;

const transport = new StdioClientTransport({
  command: process.execPath,
  args: [`--max-old-space-size=${HEAP_MIB}`, CLI, 'mcp', '--timeout', '2'],
  env: { PATH: process.env.PATH },
  stderr: 'ignore',
});
const client = new Client({ name: 'benchmark', version: '1' });
await client.connect(transport);

const call = async (n) => {
  const code = n % 10 === 0 ? hostile[(n / 10) % hostile.length] : innocent(n);
  const { structuredContent } = await client.callTool({ name: 'execute_lua', arguments: { code } }, undefined, {
    timeout: 300_000,
  });
  return n % 10 === 0 ? !structuredContent.ok : structuredContent.values[0] === n;
};

for (let round = 1; round <= ROUNDS; round += 1) {
  const started = performance.now();
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => call(n)));
  const rssMiB = Math.round(
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(transport.pid)], { encoding: 'utf8' })) / 1024,
  );
  console.log(
    JSON.stringify({
      round,
      answered: answers.length,
      asExpected: answers.filter(Boolean).length,
      ms: Math.round(performance.now() - started),
      rssMiB,
    }),
  );
}
await client.close();
