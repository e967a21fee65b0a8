export { type KeyValueStorage, unstorageStore, type UnstorageStoreOptions } from './stores/unstorage-store.js';
