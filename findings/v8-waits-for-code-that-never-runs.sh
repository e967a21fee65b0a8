#!/usr/bin/env bash
# The guess: V8 optimises a function by how much of it runs; code in it that is never reached costs nothing.
# The truth: the longer its bytecode is, the longer V8 waits, also for what was never reached: a loop is optimised after some 20 calls, and after some 1,400 with a thousand statements behind a condition that never holds. As a function of their own they cost nothing.
# Why it matters: who makes code from text (validators, templates, compilers of other languages) and writes rare cases out in full keeps the engine from optimising it, for many times as long; rare cases belong into functions.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@20.20.2
cat >observe.mjs <<'JS'
import assert from 'node:assert/strict';

const statusOf = new Function('f', 'return %GetOptimizationStatus(f)');
const OPTIMISED = 1 << 6;

const statements = (count) => Array.from({ length: count }, (_, n) => `x = o.a${n % 7} + ${n};`).join('');
const loop = (rare) => `let x = 0; for (let i = 0; i < 100; i++) { x += n; if (n < 0) { ${rare} } } return x;`;

const countCalls = (f) => {
  let calls = 0;
  for (; (statusOf(f) & OPTIMISED) === 0; calls++) f(1, {});
  return calls;
};

const inPlace = [0, 10, 100, 1000].map((count) => countCalls(new Function('n', 'o', loop(statements(count)))));
const rare = new Function('o', `let x = 0; ${statements(1000)} return x;`);
const apart = countCalls(new Function('rare', `return (n, o) => { ${loop('x = rare(o);')} }`)(rare));

console.log(`V8 ${process.versions.v8}: calls until optimised, with 0, 10, 100, 1,000 statements:`, ...inPlace, 'apart:', apart);
assert.equal(process.versions.node, '20.20.2');
assert.ok(inPlace[3] > 20 * inPlace[0], 'a thousand statements that never run take more than twenty times the calls');
assert.ok(apart < 4 * inPlace[0], 'in a function of their own they do not');
JS
node_modules/.bin/node --allow-natives-syntax --no-concurrent-recompilation observe.mjs
