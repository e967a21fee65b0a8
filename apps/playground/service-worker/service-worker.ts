export {};

declare const self: ServiceWorkerGlobalScope;

/** Filled in by the build (`build/offline.ts`): every file of the site, and a hash of them all. */
declare const PRECACHE: { readonly version: string; readonly files: readonly string[] };

const PREFIX = 'playground-';
const CACHE = PREFIX + PRECACHE.version;

const precache = async (): Promise<void> => {
  const cache = await caches.open(CACHE);
  await cache.addAll(PRECACHE.files.map((file) => new Request(file, { cache: 'reload' })));
};

const otherVersions = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);

/** Every open page holds a lock that bears the address of its main script, which differs from version to version. */
const heldVersions = async (): Promise<Map<string, string>> => {
  const { held = [] } = await navigator.locks.query();
  const ours = held.filter(({ name }) => name?.startsWith(self.registration.scope));
  return new Map(ours.map(({ clientId = '', name = '' }) => [clientId, name]));
};

/** Deletes what no open page needs any more. A page that is only just loading has not said yet what it needs. */
const forgetUnusedVersions = async (): Promise<void> => {
  const locks = await heldVersions();
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length > locks.size) return;
  for (const name of await otherVersions()) {
    const cache = await caches.open(name);
    const uses = await Promise.all([...locks.values()].map((script) => cache.match(script)));
    if (uses.every((found) => found === undefined)) await caches.delete(name);
  }
};

/** A file that only another version knows: a page of that version is still open. */
const matchOtherVersions = async (request: Request): Promise<Response | undefined> => {
  for (const name of await otherVersions()) {
    const found = await (await caches.open(name)).match(request);
    if (found) return found;
  }
  return undefined;
};

/** A page's address may carry a query (`?embed`); the cached page is the same. */
const answer = async (request: Request): Promise<Response> => {
  const isPage = request.mode === 'navigate';
  const own = await (await caches.open(CACHE)).match(request, { ignoreSearch: isPage });
  return own ?? (isPage ? undefined : await matchOtherVersions(request)) ?? fetch(request);
};

self.addEventListener('install', (event) => {
  event.waitUntil(precache());
});

// A new version waits until no page of the one before is open, unless a reader asks for it.
self.addEventListener('message', ({ data }: { readonly data: unknown }) => {
  if (data === 'activate') void self.skipWaiting();
  if (data === 'started') void forgetUnusedVersions();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isOurs = new URL(request.url).origin === self.location.origin;
  if (request.method === 'GET' && isOurs) event.respondWith(answer(request));
});
