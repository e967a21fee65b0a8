import type { DocsConfig } from '@moonwire/docs-gen';
import { operations } from '@moonwire/segment-sdk';

export default {
  reference: {
    title: 'Segment',
    namespace: 'app.integrations.segment',
    operations,
    accounts: { example: 'track', names: ['production', 'staging'] },
  },
  outDir: 'docs',
} satisfies DocsConfig;
