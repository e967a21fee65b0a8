import { renderCompletion, renderReference } from '@moonwire/docs-gen';
import { createLua, defaultLimits } from '@moonwire/lua-bridge';
import { scriptLibrary } from '@moonwire/lua-bridge/library';
import { segmentReference } from '@moonwire/segment-lua';
import { createSimulator } from '@moonwire/segment-sdk/simulator';
import type { Plugin } from 'vite';

/** Lists every name a script finds: globals, and the members of the library tables. */
const LIST_NAMES = `
  local names = {}
  for name, value in pairs(_G) do
    names[#names + 1] = name
    if type(value) == "table" and name ~= "_G" then
      for member in pairs(value) do names[#names + 1] = name .. "." .. tostring(member) end
    end
  end
  return names
`;

const libraryNames = async (): Promise<string[]> => {
  const result = await createLua().run(LIST_NAMES);
  if (!result.ok) throw result.error;
  return (result.values[0] as string[]).toSorted();
};

const writeCall = (one: (typeof scriptLibrary.own)[number]): string =>
  one.kind === 'function'
    ? `${one.name}(${one.parameters.map(({ name, optional }) => name + (optional ? '?' : '')).join(', ')})`
    : one.name;

/** What scripts have, by name: how it is called, and what it does. Of Lua’s own only the libraries have one. */
const libraryTips = (): object => {
  const own = scriptLibrary.own.map((one) => [one.name, [writeCall(one), one.summary]] as const);
  const standard = scriptLibrary.standard
    .filter(({ name }) => name !== '')
    .map(({ name, summary }) => [name, [name, `${scriptLibrary.version}: ${summary}.`]] as const);
  return Object.fromEntries([...own, ...standard]);
};

const workspaceOf = ({ workspace: { slug, name, sources, users } } = createSimulator()): object => ({
  slug,
  name,
  sources: sources.map(({ id, name: sourceName, writeKeys }) => ({
    id,
    name: sourceName,
    writeKey: writeKeys[0] ?? '',
  })),
  users,
});

const limitsOf = ({ hostCalls, timeMs, instructions, memoryBytes, outputBytes } = defaultLimits): object => ({
  hostCalls,
  timeMs,
  instructions,
  memoryBytes,
  outputBytes,
});

const modules: Readonly<Record<string, () => Promise<object> | object>> = {
  'virtual:reference': () => ({
    completion: renderCompletion(segmentReference),
    markdown: renderReference(segmentReference),
  }),
  'virtual:simulator': () => ({ standardWorkspace: workspaceOf() }),
  'virtual:limits': () => ({ sandboxLimits: limitsOf() }),
  'virtual:library': async () => ({ libraryNames: await libraryNames(), libraryTips: libraryTips() }),
};

const sourceOf = (exported: object): string =>
  Object.entries(exported)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');

/** Gives the page, as data made at build time, what it shows of the packages: so none of them is shipped for it. */
export const reference = (): Plugin => ({
  name: 'reference',
  resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
  async load(id) {
    const make = id.startsWith('\0') ? modules[id.slice(1)] : undefined;
    return make && sourceOf(await make());
  },
});
