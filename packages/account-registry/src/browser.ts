export { browserStore, type BrowserStoreOptions } from './browser-store.js';
