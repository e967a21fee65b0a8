export {};

declare const self: ServiceWorkerGlobalScope;

/** Filled in by the build (`build/offline.ts`): every file of the site, and a hash of them all. */
declare const PRECACHE: { readonly version: string; readonly files: readonly string[] };

const CACHE = `playground-${PRECACHE.version}`;

const precache = async (): Promise<void> => {
  const cache = await caches.open(CACHE);
  await cache.addAll(PRECACHE.files.map((file) => new Request(file, { cache: 'reload' })));
  await self.skipWaiting();
};

const forgetOtherVersions = async (): Promise<void> => {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('playground-') && name !== CACHE).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
};

/** A page address may carry a query (`?embed`); the cached page is the same. */
const answer = async (request: Request): Promise<Response> => {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: request.mode === 'navigate' })) ?? fetch(request);
};

self.addEventListener('install', (event) => {
  event.waitUntil(precache());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOtherVersions());
});
self.addEventListener('fetch', (event) => {
  const sameSite = new URL(event.request.url).origin === self.location.origin;
  if (event.request.method === 'GET' && sameSite) event.respondWith(answer(event.request));
});
