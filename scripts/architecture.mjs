/**
 * The table of the architecture: which packages each workspace may import, and which entries must run in a browser.
 * `boundaries.mjs` compares every import and manifest with it; `pack-check.mjs` bundles the browser entries.
 *
 * - `what`: what it is, in a line.
 * - `ours`: workspaces it may import.
 * - `libraries`: third-party packages its sources may import.
 * - `browser`: entries that must bundle for a browser without a `node:` import.
 * - `rooms`: the folders of its `src` from the top down, each with what it holds. A room imports only from those below
 *   it. A folder belongs to the nearest entry above it; a file may be an entry, and `.` is what lies in `src` itself.
 * - `doors`: libraries that only these rooms or files may import; types of theirs may be named anywhere.
 */
export const architecture = {
  'packages/segment-sdk': {
    what: 'the Segment client and the simulator; knows no Lua',
    ours: [],
    libraries: ['axios', 'jose'],
    browser: ['.', './public-api', './simulator'],
    rooms: {
      '.': 'one file for each published entry',
      simulator: 'a Segment in memory, as a transport and as a server on loopback',
      'public-api': 'the whole Public API: checking, describing and sending its calls, reading lists',
      'public-api/table': 'its operations and models as text, with what they mean',
      client: 'the methods, their options, and what is loaded late',
      delivery: 'from an event to a receipt: queue, batches, the tracking API, reports',
      http: 'sending one request: transport, retries, rate limits, credentials, redaction',
      operations: 'one file for each call, with its examples and what the simulator knows of it; the table',
      contract: 'errors and hooks',
      schema: 'fields, types inferred from them, validation',
    },
    doors: { axios: ['http/axios-transport.ts', 'simulator/adapter.ts'], jose: ['http/oauth.ts'] },
  },
  'packages/lua-bridge': {
    what: 'Lua ⇄ TypeScript; knows no Segment, no accounts',
    ours: [],
    libraries: ['fengari', 're2js'],
    browser: ['.'],
  },
  'packages/account-registry': {
    what: 'named accounts; knows no Segment, no Lua',
    ours: [],
    libraries: ['@decimalturn/toml-patch', '@napi-rs/keyring', '@noble/hashes', 'idb', 'proper-lockfile', 'smol-toml'],
    browser: ['.', './browser', './encryption', './unstorage'],
    rooms: {
      '.': 'one file for each published entry',
      registry: 'the registry and what its methods do: layers, choosing, changing, explaining, telling of changes',
      encryption: 'the store that encrypts another one: keys, sealing',
      'stores/file': 'the file of accounts, JSON or TOML: locks, permissions, whole replacement',
      stores: 'the other places that keep accounts, and how an account is written down',
      accounts: 'what an account is: fields, secrets, names, services, what a store must do, errors',
    },
  },
  'packages/docs-gen': {
    what: 'references from any table of operations',
    ours: [],
    libraries: ['commander', 'diff', 'highlight.js', 'jiti', 'markdown-it', 'picocolors'],
    browser: ['.'],
    rooms: {
      '.': 'the published entry and the command',
      cli: 'what the command does: configuration, comparing, writing, watching',
      agent: 'the documentation to ask page by page',
      targets: 'one file for each kind of reference, and the list of them',
      'html/client': 'what runs in the pages of the site',
      html: 'the pages of the site',
      guides: 'the pages beside the functions',
      markdown: 'Markdown: text, tables, sections',
      lua: 'examples and values in Lua',
      typescript: 'examples and values in TypeScript',
      search: 'ranking pages, forgiving typos',
      reference: 'the table that is given, and how its functions, fields, types and names are read',
    },
  },
  'packages/segment-lua': {
    what: 'mounts the SDK in the bridge, one namespace per account; the CLI; the MCP server',
    ours: ['segment-sdk', 'lua-bridge', 'account-registry', 'docs-gen'],
    libraries: [
      '@commander-js/extra-typings',
      '@inquirer/prompts',
      '@modelcontextprotocol/sdk',
      'axios',
      'commander',
      'csv-parse',
      'luaparse',
      'p-limit',
      'picocolors',
      'string-width',
      'zod',
    ],
    browser: ['.', './check'],
    rooms: {
      '.': 'one file for each published entry',
      cli: 'the command line: the program and its commands',
      'cli/commands': 'one folder for each command',
      'cli/session': 'what commands that run scripts share: the accounts at hand, the target, the policy',
      'cli/terminal': 'what commands read from and write to a terminal',
      mcp: 'the MCP server',
      import: 'rows of a file through a Lua map',
      check: 'scripts checked without running them',
      host: 'running a script: one namespace for each account, deciding and carrying out calls, results and errors',
      reference: 'the reference of Segment, with its errors and limits',
      accounts: 'accounts of Segment: fields, checks, namespaces',
    },
  },
  'apps/playground': {
    what: 'the page for trying scripts',
    ours: ['segment-sdk', 'lua-bridge', 'account-registry', 'docs-gen', 'segment-lua'],
    libraries: [
      '@codemirror/*',
      '@fontsource/*',
      '@fontsource-variable/*',
      '@lezer/*',
      '@preact/signals-core',
      'diff',
      'lit-html',
      'subset-font',
      '@swc/core',
    ],
    browser: [],
  },
};
