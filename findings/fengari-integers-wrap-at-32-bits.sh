#!/usr/bin/env bash
# The guess: a Lua 5.3 VM has 64-bit integers, so a time in milliseconds is an ordinary number.
# The truth: fengari's integers have 32 bits: os.time() * 1000 wraps to another, plausible number without an error, string.format('%d') refuses 1732406400000, and a loop up to 2147483647 never ends.
# Why it matters: timestamps, ids and amounts in cents that a script computes are silently other numbers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fengari@0.1.5
cat >observe.mjs <<'END'
import assert from 'node:assert/strict';
import fengari from 'fengari';

const { lua, lauxlib, lualib, to_luastring } = fengari;
const evaluate = (code) => {
  const L = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(L);
  const status = lauxlib.luaL_dostring(L, to_luastring(code));
  const text = lua.lua_tojsstring(L, -1);
  return status ? { error: text } : text;
};

const wrapped = evaluate('return (1795824000 * 1000) // 1');
const formatted = evaluate('return string.format("%d", 1732406400000)');
const turns = evaluate('local n = 0 for i = 2147483646, 2147483647 do n = n + 1 if n > 10 then return "goes on" end end return n');
console.log('fengari 0.1.5:', wrapped, formatted, turns);
assert.equal(wrapped, String((1795824000 * 1000) | 0));
assert.match(formatted.error, /no integer representation/);
assert.equal(turns, 'goes on');
END
node observe.mjs
