#!/usr/bin/env bash
# The guess: an integer that a Lua script returns reaches JavaScript exactly, as a bigint, or with an error where a number cannot hold it.
# The truth: it becomes the nearest double without a word: 9007199254740993 arrives as 9007199254740992.
# Why it matters: ids of 17 to 19 digits (orders, tweets, snowflakes) change on their way out, and two customers become one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wasmoon@1.16.0
cat >observe.mjs <<'END'
import assert from 'node:assert/strict';
import { LuaFactory } from 'wasmoon';

const engine = await new LuaFactory().createEngine();
const [one, other, asText] = await Promise.all([
  engine.doString('return 9007199254740993'),
  engine.doString('return 9007199254740992'),
  engine.doString('return tostring(9007199254740993)'),
]);
engine.global.close();
console.log('wasmoon 1.16.0:', one, other, asText);
assert.equal(asText, '9007199254740993');
assert.equal(one, other);
END
node observe.mjs
