/**
 * The table of the architecture: which packages each workspace may import, and which entries must run in a browser.
 * `boundaries.mjs` compares every import and manifest with it; `pack-check.mjs` bundles the browser entries.
 *
 * - `ours`: workspaces it may import.
 * - `libraries`: third-party packages its sources may import.
 * - `browser`: entries that must bundle for a browser without a `node:` import.
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
  },
  'packages/docs-gen': {
    ours: [],
    libraries: ['commander', 'diff', 'highlight.js', 'jiti', 'markdown-it', 'picocolors'],
    browser: ['.'],
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
