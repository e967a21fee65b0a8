// Writes `generated/`: sources made of the table of operations and the manifest, before anything is compiled.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['build/generated-sources.ts'],
  bundle: true,
  write: false,
  format: 'esm',
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { writeSources } = await import(`data:text/javascript;base64,${code}`);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

mkdirSync('generated', { recursive: true });
for (const [file, text] of Object.entries(writeSources(version))) writeFileSync(`generated/${file}`, text);
