import type { Plugin } from 'vite';

/**
 * Libraries that no account of the playground comes to use, and the names that are imported of each. `jose` signs the
 * requests of an OAuth app. `axios` is what clients send with when they are given no transport; all are given one here.
 */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  jose: ['SignJWT', 'importPKCS8'],
  axios: ['default', 'AxiosError', 'AxiosHeaders'],
};

const PREFIX = '\0left-out/';

/** Leaves them out: their names are there, and `undefined`. */
export const leftOut = (): Plugin => ({
  name: 'left-out',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id in LIBRARIES ? PREFIX + id : undefined),
  load(id) {
    const names = id.startsWith(PREFIX) ? LIBRARIES[id.slice(PREFIX.length)] : undefined;
    return names && `const nothing = undefined; export { ${names.map((name) => `nothing as ${name}`).join(', ')} };`;
  },
});
