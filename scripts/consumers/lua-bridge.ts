import { check, createLua, createLuaWorker, createRepl, isIncomplete, type Lua } from '@moonwire/lua-bridge';

async function use(lua: Lua): Promise<void> {
  lua.set('app.double', (value: unknown) => Promise.resolve(Number(value) * 2));
  const result = await lua.run('local n = app.double(21) print(n) return n, regex.match("a1", "[0-9]")');
  if (!result.ok) throw result.error;
  if (JSON.stringify(result.values) !== '[42,"1"]' || result.output !== '42\n') throw new Error(JSON.stringify(result));
  const refused = await lua.run('while true do end');
  if (refused.ok || !refused.error.code.startsWith('limit_')) throw new Error('an endless loop was not ended');
}

async function main(): Promise<void> {
  const limits = { instructions: 1_000_000 };
  await use(createLua({ limits }));
  await use(createLuaWorker({ limits, maxThreads: 2 }));
  if (check('x = = 1').length === 0 || !isIncomplete('do')) throw new Error('a fault of the syntax was not found');
  createRepl();
  console.log('works');
}

void main();
