import { createLua } from '@moonwire/lua-bridge';

async function main(): Promise<void> {
  const lua = createLua();
  lua.set('app.double', (value: unknown) => Promise.resolve(Number(value) * 2));
  const result = await lua.run('local n = app.double(21) print(n) return n');
  if (!result.ok) throw result.error;
  if (result.values[0] !== 42 || result.output !== '42\n') throw new Error(JSON.stringify(result));
  const refused = await lua.run('while true do end');
  if (refused.ok || !refused.error.code.startsWith('limit_')) throw new Error('an endless loop was not ended');
  console.log('works');
}

void main();
