import type { Plugin } from 'vite';

const PART = /import\('(\.\/(?:on-demand|call-public)-\w+\.js)'\)/g;

/** Has the worker bring along what a client loads with its first reading call: packed together both are smaller. */
export const loadedAtOnce = (): Plugin => ({
  name: 'loaded-at-once',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /(?:segment-sdk|segment-lua)\/dist\/[\w-]+\.js$/, code: 'import(' },
    handler(code) {
      const imports: string[] = [];
      const rest = code.replace(PART, (_call, path: string) => {
        imports.push(`import * as loaded${imports.length} from '${path}';`);
        return `Promise.resolve(loaded${imports.length - 1})`;
      });
      return { code: [...imports, rest].join('\n'), map: null };
    },
  },
});
