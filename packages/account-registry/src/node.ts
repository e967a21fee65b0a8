export { fileStore, type FileStoreOptions } from './node/file-store.js';
export { keyringStore, type KeyringStoreOptions } from './node/keyring-store.js';
export { accountsPath } from './node/locations.js';
