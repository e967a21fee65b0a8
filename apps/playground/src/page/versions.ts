import { signal } from '@preact/signals-core';

import { isEmbedded } from '../state/view.js';

/** Brings the new version of the site, once one has been fetched; the page goes on with its own until then. */
export const newVersion = signal<(() => void) | undefined>(undefined);

/**
 * Keeps a copy of the site in the browser, so that it opens without a network from the second visit on, and hears of
 * new versions. Where the browser stores nothing, nothing happens.
 */
export const followVersions = async (): Promise<void> => {
  if (!import.meta.env.PROD) return;
  try {
    await holdVersion();
    navigator.serviceWorker.controller?.postMessage('started');
    if (!isEmbedded) watch(await navigator.serviceWorker.register('./service-worker.js'));
  } catch {
    // Private windows and pages of other sites may forbid it. The page works all the same, while there is a network.
  }
};

/** Tells the service worker for as long as the page is open which version it is: that one's files must stay. */
const holdVersion = (): Promise<void> =>
  new Promise((held, refused) => {
    const whileOpen = (): Promise<never> => {
      held();
      return new Promise(() => undefined);
    };
    navigator.locks.request(import.meta.url, { mode: 'shared' }, whileOpen).catch(refused);
  });

const watch = (registration: ServiceWorkerRegistration): void => {
  const { serviceWorker } = navigator;
  let isFirst = serviceWorker.controller === null;
  const look = (): void => {
    if (registration.waiting && serviceWorker.controller) offer(registration);
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  serviceWorker.addEventListener('controllerchange', () => {
    // Another page has asked for the new version; this one may follow.
    if (!isFirst) newVersion.value ??= reload;
    isFirst = false;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
};

const reload = (): void => {
  location.reload();
};

const offer = (registration: ServiceWorkerRegistration): void => {
  newVersion.value = () => {
    if (!registration.waiting) {
      reload();
      return;
    }
    navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
    registration.waiting.postMessage('activate');
  };
};
