export { type FileStoreOptions, fileStore } from './node/file-store.js';
export { type KeyringStoreOptions, keyringStore } from './node/keyring-store.js';
export { accountsPath } from './node/locations.js';
