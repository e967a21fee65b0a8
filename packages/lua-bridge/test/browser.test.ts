import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';

import type { bridge as pageBridge } from './browser/page.js';

/* There in the page, where the functions given to `evaluate` run. */
declare const bridge: typeof pageBridge;
declare const navigator: { readonly hardwareConcurrency: number };
declare const location: { readonly href: string };
declare const setTimeout: (callback: (value: unknown) => void, ms?: number) => unknown;

jest.setTimeout(60_000);

const execute = promisify(execFile);
const VITE = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/* The page as a server gives it that lets no page make code from text. */
const STRICT = '/strict';

const site = mkdtempSync(join(tmpdir(), 'lua-bridge-page-'));
const server = createServer((request, response) => {
  const path = request.url === '/' || request.url === STRICT ? '/index.html' : (request.url ?? '');
  response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain');
  if (request.url === STRICT) response.setHeader('content-security-policy', "script-src 'self'; worker-src 'self'");
  try {
    response.end(readFileSync(join(site, path)));
  } catch {
    response.writeHead(404).end();
  }
});
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  await execute(process.execPath, [
    VITE,
    'build',
    fileURLToPath(new URL('browser', import.meta.url)),
    '--outDir',
    site,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ]);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  page = await browser.newPage();
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => 'bridge' in globalThis);
});

afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(site, { recursive: true });
});

/* What a script gives that runs long enough to be compiled, and whether it was: in the page, and in a Web Worker. */
const runHot = (on: Page): Promise<unknown[]> =>
  on.evaluate(async () => {
    // What the debugger has begun may make code from text, whatever the policy of the page; what follows may not.
    await new Promise((resolve) => setTimeout(resolve));
    const [own, thread] = [bridge.createLua(), bridge.createLuaWorker({ worker: bridge.startThread })];
    const seen = [];
    for (const lua of [own, thread]) {
      const result = await lua.run('local sum = 0 for i = 1, 20000 do sum = sum + i % 7 end return sum');
      seen.push(result.ok ? [result.values[0], result.usage.tier] : result.error.message);
      lua[Symbol.dispose]();
    }
    return seen;
  });

describe('what is hot in a browser', () => {
  test('is compiled, in the page and in a Web Worker', async () => {
    expect(await runHot(page)).toEqual([
      [59998, 'compiled'],
      [59998, 'compiled'],
    ]);
  });

  test('is interpreted in a page whose policy forbids code made from text, and compiled in the worker of that page', async () => {
    const strict = await browser.newPage();
    await strict.goto(new URL(STRICT, page.url()).href);
    await strict.waitForFunction(() => 'bridge' in globalThis);
    expect(await runHot(strict)).toEqual([
      [59998, 'interpreter'],
      [59998, 'compiled'],
    ]);
    await strict.close();
  });
});

describe('in a page, a Web Worker', () => {
  test('calls functions of the page, also side by side and back into Lua', async () => {
    const seen = await page.evaluate(async () => {
      const lua = bridge.createLuaWorker({ worker: bridge.startThread });
      lua.set('app.greet', (name: string) => `Hello ${name}`);
      lua.set(
        'app.later',
        (value: number) =>
          new Promise((resolve) =>
            setTimeout(() => {
              resolve(value * 2);
            }, 5),
          ),
      );
      lua.set('app.twice', async (fn: (value: number) => Promise<number>) => (await fn(1)) + (await fn(2)));
      lua.set('app.fail', () => {
        throw Object.assign(new Error('gone'), { code: 'gone' });
      });
      const result = await lua.run(`print("printed")
        local ok, e = pcall(app.fail)
        return app.greet("Ann"), app.later(4), parallel({1, 2, 3}, app.later), app.twice(function(x) return x * 10 end), ok, e.code`);
      lua[Symbol.dispose]();
      return result.ok ? { values: result.values, output: result.output } : { error: result.error.message };
    });
    expect(seen).toEqual({ values: ['Hello Ann', 8, [2, 4, 6], 30, false, 'gone'], output: 'printed\n' });
  });

  test('is started without being told where its script is, in as many threads as there are cores', async () => {
    const { values, most, cores } = await page.evaluate(async () => {
      const lua = bridge.createLuaWorker();
      let most = 0;
      lua.set('look', () => {
        most = Math.max(most, lua.load.running);
      });
      const runs = Array.from({ length: 40 }, (_, n) => lua.run('look() return ...', { args: [n] }));
      const values = (await Promise.all(runs)).map((result) => (result.ok ? result.values[0] : result.error.message));
      lua[Symbol.dispose]();
      return { values, most, cores: navigator.hardwareConcurrency };
    });
    expect(values).toEqual([...values.keys()]);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(cores);
  });

  test('says so when its script cannot be loaded', async () => {
    const { code, message } = await page.evaluate(async () => {
      const lua = bridge.createLuaWorker({ worker: () => new URL('/not-there.js', location.href) });
      const result = await lua.run('return 1');
      lua[Symbol.dispose]();
      return result.ok ? { code: 'ok', message: '' } : { code: result.error.code, message: result.error.message };
    });
    expect(code).toBe('internal');
    expect(message).toMatch(/^the script of the thread could not be loaded\. Is the address/);
  });

  test('ends at its limits while the page goes on', async () => {
    const { codes, turns } = await page.evaluate(async () => {
      let turns = 0;
      const timer = setInterval(() => {
        turns++;
      }, 10);
      const quick = bridge.createLuaWorker({
        worker: bridge.startThread,
        limits: { timeMs: 400, instructions: Infinity },
      });
      const small = bridge.createLuaWorker({ worker: bridge.startThread, limits: { memoryBytes: 2 ** 22 } });
      const codes: string[] = [];
      for (const [lua, script] of [
        [quick, 'while true do end'],
        [quick, 'while true do pcall(error) end'],
        [small, 'local t = {} while true do t[#t + 1] = {} end'],
        [small, 'return ("x"):rep(1e9)'],
      ] as const) {
        const result = await lua.run(script);
        codes.push(result.ok ? 'ok' : result.error.code);
      }
      clearInterval(timer);
      for (const lua of [quick, small]) lua[Symbol.dispose]();
      return { codes, turns };
    });
    expect(codes).toEqual(['limit_time', 'limit_time', 'limit_memory', 'limit_string']);
    expect(turns).toBeGreaterThan(3);
  });

  test('is killed when it does not end by itself, and replaced', async () => {
    const seen = await page.evaluate(async () => {
      let started = 0;
      const worker = () => (started++ === 0 ? bridge.startStuckThread() : bridge.startThread());
      const lua = bridge.createLuaWorker({ worker, limits: { timeMs: 300 } });
      const [stuck, next] = [await lua.run('return 1'), await lua.run('return "next"')];
      lua[Symbol.dispose]();
      return [stuck.ok ? 'ok' : stuck.error.code, next.ok ? next.values : next.error.message];
    });
    expect(seen).toEqual(['limit_time', ['next']]);
  });

  test('is aborted while it computes, while it waits and while it is stuck', async () => {
    const codes = await page.evaluate(async () => {
      const lua = bridge.createLuaWorker({ worker: bridge.startThread });
      const stuck = bridge.createLuaWorker({ worker: bridge.startStuckThread });
      lua.set('never', () => new Promise(() => undefined));
      const codes: string[] = [];
      for (const [sandbox, script] of [
        [lua, 'while true do pcall(error) end'],
        [lua, 'never()'],
        [stuck, 'return 1'],
        [lua, 'return 1'],
      ] as const) {
        const result = await sandbox.run(
          script,
          script === 'return 1' && sandbox === lua ? {} : { signal: AbortSignal.timeout(100) },
        );
        codes.push(result.ok ? 'ok' : result.error.code);
      }
      for (const sandbox of [lua, stuck]) sandbox[Symbol.dispose]();
      return codes;
    });
    expect(codes).toEqual(['aborted', 'aborted', 'aborted', 'ok']);
  });
});

describe('in a page, createLua', () => {
  test('runs scripts, waits, and lets the page go on while a script computes', async () => {
    const seen = await page.evaluate(async () => {
      const lua = bridge.createLua();
      lua.set(
        'later',
        (value: string) =>
          new Promise((resolve) =>
            setTimeout(() => {
              resolve(value);
            }, 5),
          ),
      );
      const fine = await lua.run('return later("waited"), regex.match("a1", "[0-9]"), json.encode({1}), os.time() > 0');
      let turns = 0;
      const timer = setInterval(() => {
        turns++;
      }, 10);
      const hasty = bridge.createLua({ limits: { timeMs: 400, instructions: Infinity } });
      const endless = await hasty.run('while true do end');
      clearInterval(timer);
      return [fine.ok ? fine.values : fine.error.message, endless.ok ? 'ok' : endless.error.code, turns > 0];
    });
    expect(seen).toEqual([['waited', '1', '[1]', true], 'limit_time', true]);
  });
});

describe('in the page', () => {
  test('nothing went wrong unseen', () => {
    expect(faults).toEqual([]);
  });
});
