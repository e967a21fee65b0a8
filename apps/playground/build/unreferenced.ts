import type { Plugin } from 'vite';

const ROOTS = /^(?:index\.html|service-worker\.js)$/;

/** Leaves out files that no other file names, such as a thread that a package starts in Node only. */
export const unreferenced = (): Plugin => ({
  name: 'unreferenced',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const texts = (): string[] =>
        Object.values(bundle).map((output) => String(output.type === 'chunk' ? output.code : output.source));
      const isUnnamed = (file: string): boolean =>
        !ROOTS.test(file) && !texts().some((text) => text.includes(file.split('/').at(-1) ?? file));
      for (let dropped = true; dropped;) {
        const unnamed = Object.keys(bundle).filter(isUnnamed);
        for (const file of unnamed) Reflect.deleteProperty(bundle, file);
        dropped = unnamed.length > 0;
      }
    },
  },
});
