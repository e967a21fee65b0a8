/** Keeps a copy of the site in the browser, so that it opens without a network from the second visit on. */
export const worksOffline = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register('./service-worker.js');
};
