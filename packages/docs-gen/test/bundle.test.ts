import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';
import { build } from 'esbuild';

const index = fileURLToPath(new URL('../dist/index.js', import.meta.url));

/** The packages a browser bundle of some exports of the built package carries, and its size. */
const bundle = async (names: string) => {
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: `export { ${names} } from ${JSON.stringify(index)};`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
  });
  const packages = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []),
  );
  return { packages: [...new Set(packages)], bytes: outputFiles[0]?.contents.length ?? 0 };
};

test('a page that renders examples and completion carries no Markdown parser and no highlighter', async () => {
  const { packages, bytes } = await bundle(
    'renderLuaExample, renderTypeScriptExample, renderCompletion, createAgentDocs, renderMcpTools',
  );
  expect(packages).toEqual([]);
  expect(bytes).toBeLessThan(25_000);
});

test('the whole package bundles for a browser', async () => {
  const { packages } = await bundle('standardTargets');
  expect(packages).toEqual(expect.arrayContaining(['markdown-it', 'highlight.js']));
});
