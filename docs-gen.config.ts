import type { DocsConfig } from '@moonwire/docs-gen';
import { segmentReference } from '@moonwire/segment-lua';

const config: DocsConfig = { reference: segmentReference, outDir: 'docs' };

export default config;
