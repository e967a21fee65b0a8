export { type FileStoreOptions, fileStore } from './node/file-store.js';
export { accountsPath } from './node/locations.js';
