import type { Plugin } from 'vite';

/** A source's part of a bundled package, under the comment that names it. */
const PART = /^\/\/ (\S+\.ts)$/m;

/** Parts of packages that nobody uses here, by what stands for them. */
const STAND_INS: Readonly<Record<string, string>> = {
  // What a client does with events that break a plan: here the simulated sources are held to it.
  'src/plan/keep-event.ts': 'const createKeeper = () => undefined;',
  // A client's life with a process of Node or a page that is left, and what it sends with; here it lives in a worker.
  'src/client/process-exit.ts': 'const watchProcessExit = () => () => undefined;',
  'src/client/page-hide.ts': 'const onPageHide = undefined;',
  'src/http/lent-memory.ts': 'const sendFromMemory = undefined;',
  // `batch(events)` of TypeScript; scripts make calls.
  'src/client/batch.ts': 'const sendAll = undefined;',
  // Hooks that see each event before it is queued; there are none.
  'src/client/screening.ts': 'const screen = undefined;',
  // What a server hears may be packed; the client of this worker packs nothing.
  'src/simulator/decode-body.ts':
    "const MAX_BODY_BYTES = 0; class UnreadableBody extends Error {} const decodeBody = ({ body = '' }) => Promise.resolve(body);",
  // Runs that only pretend, and rules of what a script may call: here it may call everything, at the simulator.
  'src/host/dry-run.ts': 'const createDryRun = undefined; const interceptRequests = undefined;',
  'src/host/placeholder.ts': 'const createPlaceholder = undefined;',
  'src/host/policy.ts':
    'const authorize = undefined; const DeniedError = undefined; const isDeniedError = () => false;',
  'src/host/decide.ts': 'const decide = () => undefined; const announce = () => undefined;',
  // Plans of accounts, and what runs share that send by themselves.
  'src/host/account-plan.ts': 'const readPlanOptions = () => ({}); const sendsTogether = undefined;',
  // What a registry of accounts does beside naming and listing them.
  'src/registry/subscriptions.ts':
    'const createSubscriptions = () => ({ ready: async () => {}, refresh: async () => {} });',
  'src/registry/scope.ts': 'const createScope = () => ({ current: () => undefined });',
  'src/registry/test-account.ts': 'const testAccount = undefined;',
  'src/registry/explain.ts': 'const explainAccount = undefined;',
};

/** Examples of the operations, and what their fields are: the page has those of the reference. */
const EXAMPLES = /^src\/operations\/[\w-]+\.examples\.ts$/;
const OPERATIONS = /^src\/operations\/[\w-]+\.ts$/;
const shorten = (name: string, piece: string): string => {
  if (EXAMPLES.test(name)) return piece.replace(/^(var \w+) = [^]*?^\];$/m, '$1 = [];');
  return OPERATIONS.test(name)
    ? piece.replace(/\b(text|flag|freeForm|dateTime|givenForm)\("[^"\\]*"/g, '$1(""')
    : piece;
};

/** What a file exports stands behind its last part. */
const exportsIn = (piece: string): string => (piece.match(/^export \{[^}]*\};$/gm) ?? []).join('\n');

/** Leaves out parts of packages that the page has no use for. */
export const partsLeftOut = (): Plugin => {
  const found = new Set<string>();
  return {
    name: 'parts-left-out',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /(?:segment-sdk|segment-lua|account-registry)\/dist\/[\w-]+\.js$/ },
      handler(code) {
        const [head = '', ...pieces] = code.split(PART);
        const kept = pieces.flatMap((piece, at) => {
          const name = pieces[at - 1] ?? '';
          if (at % 2 === 0) return [];
          const standIn = Object.hasOwn(STAND_INS, name) ? STAND_INS[name] : undefined;
          if (standIn !== undefined) found.add(name);
          // Others look for the comments, too.
          return [`// ${name}`, standIn === undefined ? shorten(name, piece) : `${standIn}\n${exportsIn(piece)}`];
        });
        return { code: [head, ...kept].join('\n'), map: null };
      },
    },
    buildEnd(error) {
      const missing = Object.keys(STAND_INS).filter((name) => !found.has(name));
      if (!error && missing.length > 0)
        throw new Error(`The packages have another form than build/parts-left-out.ts knows: no ${missing.join(', ')}`);
    },
  };
};
