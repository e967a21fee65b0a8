export { type KeyValueStorage, unstorageStore, type UnstorageStoreOptions } from './unstorage-store.js';
