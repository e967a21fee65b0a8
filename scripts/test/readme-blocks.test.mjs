import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SIMULATOR_API_TOKEN } from '@moonwire/segment-sdk/simulator';

import { layOutBlocks, problemsOf, programOf, readmeAt } from '../readme-blocks.mjs';

const packages = ['account-registry', 'docs-gen', 'lua-bridge', 'segment-lua', 'segment-sdk'];
const laidOut = packages.map((name) => layOutBlocks(`packages/${name}/README.md`));
const blocks = laidOut.flatMap((readme) => readme.blocks.map((block) => ({ ...block, folder: readme.folder })));

const redis = { port: 0, process: undefined };

beforeAll(async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  redis.port = probe.address().port;
  probe.close();
  redis.process = spawn(process.env.REDIS_PATH ?? 'redis-server', ['--port', String(redis.port), '--save', '']);
  for await (const said of redis.process.stdout) if (/ready to accept/i.test(said)) break;
});

afterAll(() => {
  redis.process.kill();
  for (const { [Symbol.dispose]: remove } of laidOut) remove();
});

test('every block of TypeScript in a README compiles as it stands, under strict TypeScript', () => {
  expect(blocks.length).toBeGreaterThan(30);
  expect(problemsOf(blocks)).toEqual([]);
}, 120_000);

test('a block that lacks an import does not', () => {
  const { blocks, [Symbol.dispose]: remove } = layOutBlocks('packages/segment-sdk/README.md', '```ts\nnow();\n```\n');
  expect(problemsOf(blocks)).toEqual(["packages/segment-sdk/README.md, block 1: Cannot find name 'now'. Near: now();"]);
  remove();
}, 60_000);

describe('Every block runs to its end', () => {
  test.each(blocks.map((block) => [block.where, block]))(
    '%s',
    async (_where, block) => {
      const env = {
        PATH: process.env.PATH,
        SEGMENT_API_TOKEN: SIMULATOR_API_TOKEN,
        REDIS_URL: `redis://127.0.0.1:${redis.port}`,
        SEGMENT_WRITE_KEY: 'key',
        SHOP_WRITE_KEY: 'key of the shop',
        XDG_CONFIG_HOME: block.folder,
      };
      const program = await programOf(block);
      const { stdout } = await promisify(execFile)(process.execPath, [program], {
        cwd: block.folder,
        env,
        timeout: 60_000,
      });
      for (const line of printedBy(block)) expect(stdout).toContain(line);
    },
    90_000,
  );
});

/** What a block says that it prints: the comment behind a `console.log`, unless it leaves something out. */
function printedBy({ file }) {
  const comments = [...readFileSync(file, 'utf8').matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(
    ([, said]) => said,
  );
  return comments.filter((said) => !said.includes('…'));
}

test.each(packages)('the README of %s says how it is installed', (name) => {
  expect(readmeAt(`packages/${name}/README.md`)).toMatch(RegExp(`^npm install .*@moonwire/${name}$`, 'm'));
});
