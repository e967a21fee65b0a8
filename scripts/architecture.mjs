/**
 * The table of the architecture: which packages each workspace may import, and which entries must run in a browser.
 * `boundaries.mjs` compares every import and manifest with it; `pack-check.mjs` bundles the browser entries.
 *
 * - `ours`: workspaces it may import.
 * - `libraries`: third-party packages its sources may import.
 * - `browser`: entries that must bundle for a browser without a `node:` import.
 * - `rooms`: the folders of its `src` from the top down, each with what it holds. A room imports only from those below
 *   it. A folder belongs to the nearest entry above it; a file may be an entry, and `.` is what lies in `src` itself.
 * - `doors`: libraries that one room or file alone may import.
 */
export const architecture = {
  'packages/segment-sdk': {
    ours: [],
    libraries: ['axios', 'jose'],
    browser: ['.', './simulator'],
  },
  'packages/lua-bridge': {
    ours: [],
    libraries: ['fengari', 're2js'],
    browser: ['.'],
  },
  'packages/account-registry': {
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
    ours: ['segment-sdk', 'lua-bridge', 'account-registry', 'docs-gen'],
    libraries: [
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
  },
  'apps/playground': {
    ours: ['segment-sdk', 'lua-bridge', 'account-registry', 'docs-gen', 'segment-lua'],
    libraries: [
      '@codemirror/*',
      '@fontsource/*',
      '@fontsource-variable/*',
      '@lezer/*',
      '@preact/signals-core',
      'axios',
      'diff',
      'lit-html',
      'subset-font',
      '@swc/core',
    ],
    browser: [],
  },
};
