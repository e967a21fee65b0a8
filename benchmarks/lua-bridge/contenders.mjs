import { createRequire } from 'node:module';
import { LuaFactory } from 'wasmoon';
import { createLua } from '../../packages/lua-bridge/dist/index.js';
import { records } from './workloads.mjs';

const require = createRequire(import.meta.url);
const { lua, lauxlib, lualib, to_luastring } = require('fengari');
const interop = require('fengari-interop');

const plain = (value) => value;

/** The package, with its whole sandbox on. */
export const bridge = async (options = {}) => {
  const sandbox = createLua({
    ...options,
    limits: { instructions: Infinity, hostCalls: Infinity, timeMs: 600000, patternSteps: Infinity },
  });
  sandbox.set('f', plain);
  sandbox.set('g', plain);
  sandbox.set('records', () => records);
  sandbox.set('slow', async (value) => value);
  return async (code) => {
    const result = await sandbox.run(code);
    if (!result.ok) throw result.error;
  };
};

/** The same without compiling anything. */
export const interpreted = () => bridge({ compile: 'never' });

const newFengari = () => {
  const L = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(L);
  return L;
};

const runFengari = (L, code) => {
  if (lauxlib.luaL_loadstring(L, to_luastring(code)) !== 0 || lua.lua_pcall(L, 0, 0, 0) !== 0)
    throw new Error(lua.lua_tojsstring(L, -1));
};

/** fengari by its C-style interface, without any sandbox. */
export const rawFengari = async () => (code) => {
  const L = newFengari();
  lua.lua_pushcfunction(L, (state) => {
    lua.lua_pushinteger(state, lua.lua_tointeger(state, 1));
    return 1;
  });
  lua.lua_setglobal(L, to_luastring('f'));
  runFengari(L, code);
};

const toObject = (proxy) => {
  const object = {};
  for (const [key, value] of proxy) object[key] = typeof value === 'function' ? toObject(value) : value;
  return object;
};

/** fengari-interop, which hands scripts live JavaScript values. */
export const fengariInterop = async () => {
  const L = newFengari();
  lauxlib.luaL_requiref(L, to_luastring('js'), interop.luaopen_js, 0);
  const expose = (name, value) => {
    interop.push(L, value);
    lua.lua_setglobal(L, to_luastring(name));
  };
  // A function called from Lua gets a `this` first.
  expose('f', function (value) {
    return value ?? this;
  });
  expose('g', function (value) {
    return toObject(value ?? this);
  });
  return (code) => {
    runFengari(L, code.replace(/ipairs\(records\(\)\)/, 'ipairs(records())'));
  };
};

/** wasmoon with its defaults. */
export const wasmoon = async () => {
  const engine = await new LuaFactory().createEngine();
  engine.global.set('f', plain);
  engine.global.set('g', plain);
  engine.global.set('records', () => records);
  engine.global.set('slow', async (value) => value);
  return (code) => engine.doString(code);
};

/** What it takes to make a state with its libraries, for each contender. */
export const newState = {
  bridge: async () => {
    const sandbox = createLua();
    await sandbox.run('');
    return sandbox;
  },
  interpreted: async () => {
    const sandbox = createLua({ compile: 'never' });
    await sandbox.run('');
    return sandbox;
  },
  rawFengari: async () => newFengari(),
  fengariInterop: async () => {
    const L = newFengari();
    lauxlib.luaL_requiref(L, to_luastring('js'), interop.luaopen_js, 0);
    return L;
  },
  wasmoon: async () => (await sharedFactory()).createEngine(),
};

let factory;
const sharedFactory = async () => (factory ??= new LuaFactory());
