import { build } from 'esbuild';

/** Compiles a TypeScript file of this folder with what it imports, and loads it. */
export const load = async (file) => {
  const { outputFiles } = await build({
    entryPoints: [new URL(file, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    define: { 'import.meta.url': JSON.stringify(new URL(file, import.meta.url).href) },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};
