// The code a browser loads first: everything but what is imported on demand.
import { createRequire } from 'node:module';

// tsup brings esbuild; the benchmark asks for nothing more.
const { build } = createRequire(new URL('../../package.json', import.meta.url))('esbuild');

export const bundle = async (contents) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL('.', import.meta.url).pathname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    splitting: true,
    outdir: 'out',
    write: false,
    external: ['jose'],
    metafile: true,
    logLevel: 'error',
  }).then(({ outputFiles: files, metafile }) => {
    const first = new Set();
    const visit = (path) => {
      if (first.has(path)) return;
      first.add(path);
      for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
        if (kind === 'import-statement') visit(next);
    };
    visit(Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint));
    return { outputFiles: files.filter(({ path }) => [...first].some((name) => path.endsWith(name))) };
  });
  return outputFiles.map(({ text }) => text).join('\n');
};
