export { type BrowserStoreOptions, browserStore } from './browser-store.js';
