import {
  type DocsConfig,
  type Reference,
  type ReferenceOperation,
  standardTargets,
  type Target,
} from '@moonwire/docs-gen';
import { wholeReference } from '@moonwire/segment-lua/reference';

/**
 * The table of the core, for tools in any language; docs-gen's tests read every other target back and compare with it.
 */
const table: Target = {
  name: 'table',
  render: (reference) => [
    { path: 'segment.reference.json', text: `${JSON.stringify(plain(reference), undefined, 2)}\n` },
  ],
};

const ELSEWHERE: ReadonlySet<string> = new Set(['groups', 'synonyms', 'definitions', 'site']);

const plain = (reference: Reference): Reference => ({
  ...(Object.fromEntries(Object.entries(reference).filter(([name]) => !ELSEWHERE.has(name))) as unknown as Reference),
  operations: reference.operations.map(
    ({ name, method, group, effect, auth, summary, input, options, output, examples }) =>
      ({ name, method, group, effect, auth, summary, input, options, output, examples }) as ReferenceOperation,
  ),
});

const config: DocsConfig = {
  reference: {
    ...wholeReference,
    // Both are served side by side.
    site: {
      playground: '../playground/',
      repository: 'https://github.com/moonwire/moonwire',
      fonts: {
        text: '../playground/assets/instrument-sans.woff2',
        code: '../playground/assets/ibm-plex-mono.woff2',
      },
    },
  },
  outDir: 'docs/reference',
  targets: [...standardTargets, table],
};

export default config;
