import type { Plugin } from 'vite';

/** A source's part of a bundled package, under the comment that names it. */
const PART = /^\/\/ (\S+\.ts)$/m;

/** What the simulator keeps for what no script of the playground can do: other operations, tokens of an OAuth app. */
const LEFT_OUT =
  /^(?:generated\/public-|src\/(?:http|simulator)\/oauth\.ts|src\/simulator\/public-api\/(?:answer|\w+-behaviours|call|dependents|fixtures|limits|list-filters|not-modelled|page|references|sample|unique-names)\.ts)/;

/** What stands for it: of the calls that scripts make, the table answers one alone, that of a source. */
const STAND_IN = `
const OAuth = class { reset() {} admits() { return true; } };
const standardResources = {};
const readConnections = () => ({});
const DEPENDENTS = {};
const createLimits = () => () => undefined;
const answerByTable = ({ method, path }, { store }) => {
  const [, id] = /^\\/sources\\/([^/]+)$/.exec(path) ?? [];
  if (method !== 'GET' || !id) return undefined;
  return respondItem('source', store.find('/sources', decodeURIComponent(id)), { trackingPlanId: null });
};
`;

/** What stands for it where the client asks for the token of an OAuth app. */
const CLIENT_STAND_IN = `
const authorize = undefined;
`;

/** What stands for its operations and for how one is called: no function is there but those of the reference. */
const NOTHING: readonly (readonly [file: RegExp, code: string])[] = [
  [/segment-sdk\/dist\/public-api\.js$/, 'export const publicOperations = [];'],
  [/segment-lua\/dist\/call-public-\w+\.js$/, 'export const callPublic = undefined;'],
];

/**
 * Leaves out the whole Public API, what the simulator knows of it included, a sixth of the page: scripts call the
 * operations of the reference alone.
 */
export const publicApiLeftOut = (): Plugin => {
  const found = new Set<string>();
  return {
    name: 'public-api-left-out',
    apply: 'build',
    enforce: 'pre',
    load: (id) => NOTHING.find(([file]) => file.test(id))?.[1],
    transform: {
      filter: { id: /segment-sdk\/dist\/[\w-]+\.js$/, code: /answerByTable\(|\/\/ src\/http\/oauth\.ts/ },
      handler(code) {
        const standIn = code.includes('answerByTable(') ? STAND_IN : CLIENT_STAND_IN;
        const [head = '', ...parts] = code.split(PART);
        if (parts.some((part) => LEFT_OUT.test(part))) found.add(standIn);
        const kept = parts.flatMap((part, index) =>
          index % 2 === 1 && !LEFT_OUT.test(parts[index - 1] ?? '') ? [part] : [],
        );
        return { code: [head, standIn, ...kept].join(''), map: null };
      },
    },
    buildEnd(error) {
      if (!error && found.size < 2)
        throw new Error('The client has another form than build/public-api-left-out.ts knows: not all was left out');
    },
  };
};
