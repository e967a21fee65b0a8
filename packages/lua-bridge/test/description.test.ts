import { describe, expect, test } from '@jest/globals';

import { createLua } from '../src/index.js';
import { scriptLibrary } from '../src/library.js';
import { valuesOf } from './sandboxes.js';

const LIST = `local names = {}
for name, value in pairs(_G) do
  if type(value) == "table" and name ~= "_G" then
    for member in pairs(value) do names[#names + 1] = name .. "." .. tostring(member) end
  else names[#names + 1] = name end
end
return names`;

const readNames = async (): Promise<readonly string[]> => {
  const lua = createLua({ modules: {} });
  return valuesOf(await lua.run(LIST))[0] as string[];
};

describe('what scripts have, in words', () => {
  test('names everything there is, and nothing else', async () => {
    const names = await readNames();
    const own = scriptLibrary.own.map(({ name }) => name);
    const libraries = scriptLibrary.standard.map(({ name }) => name).filter((name) => name !== '');
    const globals = (scriptLibrary.standard[0]?.summary.match(/\w+/g) ?? []).filter((word) => names.includes(word));
    const unnamed = names.filter(
      (name) =>
        !own.includes(name) &&
        !globals.includes(name) &&
        !libraries.some((library) => name.startsWith(`${library}.`)) &&
        !['_G', '_VERSION'].includes(name),
    );
    expect(unnamed).toEqual([]);
    expect(own.filter((name) => !names.includes(name))).toEqual([]);
    expect(libraries.filter((library) => !names.some((name) => name.startsWith(`${library}.`)))).toEqual([]);
  });

  test.each(scriptLibrary.own.map(({ name, example }) => [name, example] as const))(
    'shows an example that prints what it says: %s',
    async (_name, { code, output }) => {
      const result = await createLua().run(code);
      expect(result.ok).toBe(true);
      expect(result.output.trimEnd()).toBe(output);
    },
  );
});
