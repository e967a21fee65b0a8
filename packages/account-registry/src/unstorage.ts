export { type KeyValueStorage, type UnstorageStoreOptions, unstorageStore } from './unstorage-store.js';
