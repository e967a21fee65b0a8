import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Sources that no published entry reaches: command lines, workers, what runs in a page. */
const BUILT_ALONE = [
  'build/public-api-facts.ts',
  'src/cli.ts',
  'src/cli/main.ts',
  'src/html/client/site.ts',
  'src/html/client/theme.ts',
];

const conditions = (target) => (typeof target === 'string' ? [target] : Object.values(target).flatMap(conditions));

/** The sources behind a package's published entries: `dist/NAME.js` is built from `src/NAME.ts`. */
function publishedSources(folder) {
  const { exports: published = {} } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const built = Object.values(published)
    .flatMap(conditions)
    .filter((path) => path.endsWith('.js'));
  return [
    ...new Set(
      built
        .map((path) => path.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))
        .filter((path) => existsSync(`${folder}/${path}`)),
    ),
  ];
}

const libraries = Object.fromEntries(
  readdirSync('packages')
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(`${folder}/package.json`))
    .map((folder) => [
      folder,
      {
        entry: [
          ...publishedSources(folder),
          ...BUILT_ALONE.filter((path) => existsSync(`${folder}/${path}`)),
          // Read by what `npm run generate` writes.
          ...(existsSync(`${folder}/src/operations`) ? ['src/operations/*.{examples,simulated}.ts'] : []),
          'test/**/*.{ts,mjs}',
        ],
        project: ['src', 'test', 'build']
          .filter((part) => existsSync(`${folder}/${part}`))
          .map((part) => `${part}/**/*.{ts,mjs}`),
      },
    ]),
);

export default {
  workspaces: {
    '.': {
      entry: ['scripts/*.mjs', 'scripts/consumers/*.{ts,mjs,cjs}', 'docs-gen.config.ts'],
      project: ['scripts/**/*.{mjs,ts}', '*.ts'],
      // The consumers run in projects of their own.
      ignoreDependencies: ['axios'],
    },
    ...libraries,
    'apps/playground': {
      entry: [
        'src/worker/worker.ts',
        'src/editor/lua/language-stand-in.ts',
        'build/*.ts',
        'service-worker/*.ts',
        'test/**/*.ts',
        'scripts/*.mjs',
      ],
      project: ['src/**/*.ts', 'build/**/*.ts', 'service-worker/**/*.ts', 'test/**/*.ts'],
      // Imported from CSS, and read as a file.
      ignoreDependencies: ['@fontsource-variable/instrument-sans', '@fontsource/ibm-plex-mono', 'axe-core'],
    },
  },
  ignoreBinaries: ['apt-get', 'dbus-send', 'mount', 'redis-server', 'umount'],
  // Texts that tsup makes.
  ignoreUnresolved: [/\.asset$/],
  // A public type may be named only in the signatures of what is public.
  ignoreExportsUsedInFile: { interface: true, type: true },
};
