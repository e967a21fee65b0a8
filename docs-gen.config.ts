import type { DocsConfig } from '@moonwire/docs-gen';
import { operations } from '@moonwire/segment-sdk';

const config: DocsConfig = {
  reference: {
    title: 'Segment',
    namespace: 'app.integrations.segment',
    operations,
    accounts: { example: 'track', names: ['production', 'staging'] },
  },
  outDir: 'docs',
};

export default config;
