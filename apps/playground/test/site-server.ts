import {
  cpSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The built site on loopback, below a path of its own as a static host may serve it. */
export interface SiteServer {
  readonly url: string;
  /** Puts a next version in the place of the site, as a deployment does: the files of the one before are gone. */
  readonly deployNext: () => void;
  readonly close: () => void;
}

/** Gives every script and style of a site another name, as another version of it would have. */
const renameAssets = (site: string): void => {
  const assets = join(site, 'assets');
  const renamed = readdirSync(assets).filter((name) => /\.(?:js|css)$/.test(name));
  const next = (name: string): string => name.replace(/(?=\.\w+$)/, '-next');
  const rewrite = (file: string): void => {
    const text = renamed.reduce((known, name) => known.replaceAll(name, next(name)), readFileSync(file, 'utf8'));
    writeFileSync(file, text.replace(/("?version"?:\s*"\w+)/, '$1-next'));
  };
  for (const name of renamed) {
    rewrite(join(assets, name));
    renameSync(join(assets, name), join(assets, next(name)));
  }
  for (const name of ['index.html', 'service-worker.js']) rewrite(join(site, name));
};

/** Serves `dist` as a static host would. */
export const serveSite = async (): Promise<SiteServer> => {
  let site = DIST;
  const copies: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const asked = join(site, decodeURIComponent(pathname).replace(/^\/try\//, '/'));
    const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
    if (!pathname.startsWith('/try/') || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/try/`,
    deployNext: () => {
      const copy = mkdtempSync(join(tmpdir(), 'playground-next-'));
      cpSync(site, copy, { recursive: true });
      renameAssets(copy);
      copies.push(copy);
      site = copy;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
      for (const copy of copies) rmSync(copy, { recursive: true });
    },
  };
};
