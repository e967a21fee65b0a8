export { browserStore, type BrowserStoreOptions } from './stores/browser-store.js';
