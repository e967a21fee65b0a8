import { type DocsConfig, standardTargets, type Target } from '@moonwire/docs-gen';
import { segmentReference } from '@moonwire/segment-lua';

/** The table itself, for tools in any language; docs-gen's tests read every other target back and compare with it. */
const table: Target = {
  name: 'table',
  render: (reference) => [{ path: 'segment.reference.json', text: `${JSON.stringify(reference, undefined, 2)}\n` }],
};

const config: DocsConfig = {
  reference: segmentReference,
  outDir: 'docs/reference',
  targets: [...standardTargets, table],
};

export default config;
