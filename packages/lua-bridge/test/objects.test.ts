import { describe, expect, test } from '@jest/globals';

import { hostFunction, type Lua, type LuaOptions, metamethod } from '../src/index.js';
import { errorOf, later, sandboxes, valuesOf } from './sandboxes.js';

class Base {
  inherited(): string {
    return 'base';
  }
}

class User extends Base {
  static count = 0;
  static of(name: string): User {
    return new User(name);
  }
  visits = 0;
  readonly tags = ['new'];
  _internal = 'hidden';
  #secret = 'secret';
  constructor(public name: string) {
    super();
    User.count++;
  }
  get upper(): string {
    return this.name.toUpperCase();
  }
  get mood(): string {
    return this.#secret;
  }
  set mood(value: string) {
    this.#secret = value;
  }
  greet(other: string): string {
    return `${this.name} greets ${other}`;
  }
  async wait(value: unknown): Promise<unknown> {
    return later(2, value);
  }
  same(other: unknown): boolean {
    return other === this;
  }
  fail(): never {
    throw Object.assign(new Error('no'), { code: 'mine' });
  }
  *friends(): Generator<User> {
    yield new User('Bob');
  }
  here = hostFunction((call, value: string) => `${call.path}:${call.line}:${value}`);
}

class Money {
  constructor(readonly cents: number) {}
  [metamethod.add](a: Money, b: Money): Money {
    return new Money(a.cents + b.cents);
  }
  [metamethod.mul](a: Money | number, b: Money | number): Money {
    const [x, y] = [a, b].map((side) => (typeof side === 'number' ? side : side.cents));
    return new Money((x ?? 0) * (y ?? 0));
  }
  [metamethod.eq](a: Money, b: Money): boolean {
    return a.cents === b.cents;
  }
  [metamethod.lt](a: Money, b: Money): boolean {
    return a.cents < b.cents;
  }
  [metamethod.len](): number {
    return this.cents;
  }
  [metamethod.call](...args: unknown[]): unknown[] {
    return [this.cents, ...args];
  }
  toString(): string {
    return `$${this.cents / 100}`;
  }
}

describe.each(sandboxes)('an object %s', (_where, create) => {
  const make = (options?: LuaOptions): Lua => {
    const lua = create(options) as Lua;
    return lua.set('User', lua.object(User)).set('Money', lua.object(Money)).set('ann', new User('Ann'));
  };

  test('has methods and properties, and may wait', async () => {
    using lua = make();
    const script = `ann.visits = ann.visits + 1
      ann.mood = "glad"
      for friend in ann:friends() do name = friend.name end
      local user = User.new("Cid")
      return ann:greet("Bob"), ann.name, ann.upper, ann.visits, ann.mood, ann.tags, ann:wait({1}), name, user:greet("x"),
        User.of("Dan").name, ann:here("v")`;
    expect(valuesOf(await lua.run(script))).toEqual([
      ...['Ann greets Bob', 'Ann', 'ANN', 1, 'glad', ['new'], [1], 'Bob', 'Cid greets x', 'Dan', 'User.here:6:v'],
    ]);
    expect(errorOf(await lua.run('\nann:fail()'))).toMatchObject({ code: 'mine', line: 2 });
  });

  test('is the same value again, and goes back as itself', async () => {
    using lua = make();
    const ann = new User('Ann');
    lua
      .set('get', () => ann)
      .set('list', () => [ann, { ann }])
      .set('check', (user: unknown) => user === ann);
    const script = `local a, l = get(), list()
      local t = { [a] = "key" }
      return a == get(), rawequal(a, l[1]), l[2].ann == a, t[get()], a:same(get()), check(a), type(a), a`;
    const [...values] = valuesOf(await lua.run(script));
    expect(values.slice(0, 7)).toEqual([true, true, true, 'key', true, true, 'userdata']);
    expect(values[7]).toBe(ann);
  });

  test('has the metamethods of its symbols', async () => {
    using lua = make();
    const script = `local a, b = Money.new(150), Money.new(50)
      return (a + b).cents, (2 * a).cents, (a * 2).cents, a == Money.new(150), a < b, #a, a("x"), tostring(a), tostring(ann)`;
    const values = valuesOf(await lua.run(script));
    expect(values.slice(0, 8)).toEqual([200, 300, 300, true, false, 150, [150, 'x'], '$1.5']);
    expect(values[8]).toMatch(/^User: 0x/u);
    expect(errorOf(await lua.run('return ann + 1')).message).toContain('attempt to perform arithmetic on a User value');
  });

  test('reaches nothing else', async () => {
    using lua = make();
    const names = [
      ...['constructor', '__proto__', 'prototype', '__defineGetter__', '__lookupGetter__', 'hasOwnProperty', 'valueOf'],
      ...['isPrototypeOf', 'toLocaleString', 'inherited', '_internal', 'call', 'apply', 'bind', 'caller', 'arguments'],
      ...['toString', '#secret', 'then', 'toJSON', 'length', 'nothing'],
    ];
    const script = `local found = {}
      for _, name in ipairs(...) do
        for label, object in pairs({ ann = ann, User = User, method = ann.greet, made = User.new("x") }) do
          local ok, value = pcall(function() return object[name] end)
          if ok and value ~= nil then found[#found + 1] = label .. "." .. name end
          local set = pcall(function() object[name] = 1 end)
          if set then found[#found + 1] = "set " .. label .. "." .. name end
        end
      end
      local function may(f, ...) return (pcall(f, ...)) end
      return found, getmetatable(ann), may(setmetatable, ann, {}), may(rawset, ann, "x", 1), may(rawget, ann, "name"),
        may(next, ann), may(ann.greet), may(ann.greet, {}), may(ann.greet, Money.new(1), "x"), may(ann.greet, User, "x"),
        may(function() ann.greet = 1 end), may(function() ann.upper = 1 end), may(debug.getinfo, ann)`;
    const [found, metatable, ...rest] = valuesOf(await lua.run(script, { args: [names] }));
    expect([found, metatable]).toEqual([{}, false]);
    expect(rest).toEqual(rest.map(() => false));
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(new User('Eve').greet('x')).toBe('Eve greets x');
  });

  test('says what was meant by a name it does not have', async () => {
    using lua = make();
    expect(errorOf(await lua.run('return ann.nmae'))).toMatchObject({
      ...{ code: 'unknown_field', suggestion: 'name', field: 'User.nmae' },
      message: 'script.lua:1: Unknown field: User.nmae. Did you mean: name',
    });
    expect(errorOf(await lua.run('ann:gret("x")'))).toMatchObject({ suggestion: 'greet' });
    expect(errorOf(await lua.run('ann.greet("x")')).message).toContain("call methods with ':'");
    expect(errorOf(await lua.run('ann.upper = 1'))).toMatchObject({ code: 'read_only', field: 'upper' });
  });

  test('may be one alone, with only the members that are named', async () => {
    using lua = create() as Lua;
    const plain = lua.object({ n: 1, add: (x: number) => x + 1, hidden: 2 }, ['n', 'add']);
    lua
      .set('plain', plain)
      .set('user', lua.object(new User('Ann'), ['inherited', 'name']))
      .set('other', new User('Bob'));
    const script = `plain.n = 5
      local function has(object, name) return (pcall(function() return object[name] end)) end
      return plain.add(plain, 1), plain.n, has(plain, "hidden"), user:inherited(), has(user, "greet"), type(other)`;
    expect(valuesOf(await lua.run(script))).toEqual([2, 5, false, 'base', false, 'table']);
    expect(plain.n).toBe(5);
    // @ts-expect-error: there is no such member
    expect(lua.object(plain, ['nothing'])).toBe(plain);
  });

  test('is an object in a session, in callbacks, in what throws and in print too', async () => {
    using lua = make();
    await using session = await lua.open(
      'function on(user) user.visits = user.visits + 1 return user:greet("x"), user end',
    );
    const eve = new User('Eve');
    expect(valuesOf(await session.call('on', eve))).toEqual(['Eve greets x', eve]);
    expect(eve.visits).toBe(1);
    lua.set('each', async (fn: (user: User) => Promise<unknown>) => fn(eve));
    expect(valuesOf(await lua.run('return each(function(u) return u.name end)'))).toEqual(['Eve']);
    expect(valuesOf(await lua.run('return dump({ ann })'))).toEqual(['{<object>}']);
  });
});
