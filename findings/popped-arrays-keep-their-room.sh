#!/usr/bin/env bash
# The guess: an array that is emptied with `pop` gives its memory back as it shrinks, for V8 trims arrays when they are popped.
# The truth: only code that is not optimised does. Once the function that pops is, an empty array keeps all the room it ever had: some 35,000 bytes after 3,000 elements, and 50 or less before. Setting `length` gives it back in either.
# Why it matters: stacks, pools and queues that are filled and emptied in hot code, and are kept, hold what they held at their fullest, and no count of their elements shows it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@20.20.2
cat >observe.mjs <<'JS'
import assert from 'node:assert/strict';

const ELEMENTS = 3000;
const ARRAYS = 500;

const fill = () => {
  const array = [];
  for (let n = 0; n < ELEMENTS; n++) array.push(n);
  return array;
};

const popAll = (array) => {
  while (array.length > 0) array.pop();
};
const shorten = (array) => {
  while (array.length > 0) array.length--;
};

/* Bytes that each array takes when it is empty again. */
const measure = (empty) => {
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const kept = [];
  for (let n = 0; n < ARRAYS; n++) {
    const array = fill();
    empty(array);
    kept.push(array);
  }
  globalThis.gc();
  return Math.round((process.memoryUsage().heapUsed - before) / kept.length);
};

const [popped, shortened] = [measure(popAll), measure(shorten)];
console.log(`V8 ${process.versions.v8}, ${process.argv[2]}: by pop ${popped} bytes, by length ${shortened}`);
assert.equal(process.versions.node, '20.20.2');
assert.ok(shortened < 500, 'setting the length gives the room back');
assert.equal(popped > 20_000, process.argv[2] === 'optimised', 'popping gives it back in code that is not optimised only');
JS
node_modules/.bin/node --expose-gc observe.mjs optimised
node_modules/.bin/node --expose-gc --no-opt observe.mjs 'not optimised'
