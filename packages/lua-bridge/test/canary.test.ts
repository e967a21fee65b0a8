import { expect, test } from '@jest/globals';

import { createLua } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

/* Walks everything a script can reach, by keys, metatables and iteration, and reports what should not be there. */
const WALK = `
  local seen, found = {}, {}
  local function visit(value, path)
    if type(value) == "userdata" then
      if value ~= json.null then found[#found + 1] = path .. " is a userdata" end
    elseif type(value) == "table" and not seen[value] then
      seen[value] = true
      local mt = getmetatable(value)
      if type(mt) == "table" then visit(mt, path .. "<meta>") end
      local ok = pcall(function() for k, v in pairs(value) do visit(k, path .. "<key>") visit(v, path .. "." .. tostring(k)) end end)
      for k, v in next, value do visit(v, path .. "." .. tostring(k)) end
      for _, name in ipairs {"constructor", "prototype", "__proto__", "process", "globalThis", "require", "call", "apply", "bind", "toString", "valueOf", "hasOwnProperty"} do
        local ok, v = pcall(function() return value[name] end)
        if ok and v ~= nil and value ~= _G then found[#found + 1] = path .. " has " .. name end
      end
    elseif type(value) == "function" or type(value) == "string" or type(value) == "number" or type(value) == "boolean" then
      for _, name in ipairs {"constructor", "prototype", "__proto__", "call", "apply", "bind", "name", "length"} do
        local ok, v = pcall(function() return value[name] end)
        if ok and v ~= nil then found[#found + 1] = path .. " has " .. name end
      end
      local mt = getmetatable(value)
      if mt ~= nil and mt ~= false then found[#found + 1] = path .. " has an open metatable" end
    end
  end
  visit(_G, "_G")
  visit({...}, "args")
  return found`;

class Account {
  readonly visible = 1;
  #hidden = 2;
  get getter(): number {
    return this.#hidden;
  }
  method(): number {
    return this.#hidden;
  }
}

test('nothing a script can reach leads to the host', async () => {
  const lua = createLua();
  lua.set('app.fn', () => ({ inner: () => 1, account: new Account() }));
  lua.set('data', { list: [1], date: new Date(), map: new Map([['k', { v: 1 }]]), bytes: new Uint8Array(3) });
  lua.set('fail', () => {
    throw Object.assign(new Error('x'), { fn: () => 1, nested: { process } });
  });
  expect(valuesOf(await lua.run(WALK, { args: [app(), () => 1] }))).toEqual([{}]);
  expect(
    valuesOf(
      await lua.run(`local r = app.fn() local ok, e = pcall(fail) return (load(...))({r, e, e.nested, e.fn})`, {
        args: [WALK],
      }),
    ),
  ).toEqual([{}]);
});

const app = (): unknown => ({ deep: { fn: () => 1, account: new Account() } });

test('only own data properties of host objects are seen', async () => {
  const lua = createLua();
  lua.set('get', () => new Account());
  const script = `local a = get()
    local function is_there(name) return (pcall(function() return a[name] end)) end
    return a.visible, a.constructor, a.toString, a.hasOwnProperty, a.__proto__, is_there("method"), is_there("getter")`;
  expect(valuesOf(await lua.run(script))).toEqual([1, undefined, undefined, undefined, undefined, false, false]);
});

test('the dangerous functions are not there', async () => {
  const names = [
    'package dofile loadfile io.open io.lines io.popen io.read io.input io.output io.stdout.close io.stdout.read',
    'os.execute os.exit os.remove os.rename os.tmpname os.setlocale string.dump debug.sethook debug.getlocal',
    'debug.setlocal debug.getupvalue debug.setupvalue debug.setmetatable debug.getmetatable debug.getregistry',
    'debug.upvaluejoin debug.setuservalue load("\\27Lua")',
  ].flatMap((line) => line.split(' '));
  expect(valuesOf(await createLua().run(`return ${names.map((name) => `(${name})`).join(', ')}`))).toEqual(
    names.map(() => undefined),
  );
});

test('the metatable of strings cannot be reached or changed', async () => {
  const lua = createLua();
  expect(valuesOf(await lua.run('return getmetatable("")'))).toEqual([false]);
  expect(errorOf(await lua.run('getmetatable("").__index = nil')).code).toBe('runtime');
});

test('host prototypes stay as they are', async () => {
  const lua = createLua();
  lua.set('take', (value: unknown) => value);
  await lua.run(
    'take({["__proto__"] = {polluted = 1}, constructor = {prototype = {polluted = 1}}}) take(json.decode(\'{"__proto__": {"polluted": 1}}\'))',
  );
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('no secret of a host error leaks beyond its own plain fields', async () => {
  const lua = createLua();
  lua.set('fail', () => {
    throw Object.assign(new Error('refused'), {
      config: { headers: { Authorization: 'canary' } },
      clients: [{ headers: { Authorization: 'canary' } }, new Account()],
      errors: [Object.assign(new Error('canary'), { key: 'canary' })],
      cause: new Error('canary'),
    });
  });
  const [text] = valuesOf(await lua.run('local ok, e = pcall(fail) return dump(e) .. tostring(e) .. json.encode(e)'));
  expect(text).not.toContain('canary');
});
