export { fileStore, type FileStoreOptions } from './stores/file/file-store.js';
export { accountsPath } from './stores/file/locations.js';
export { keyringStore, type KeyringStoreOptions } from './stores/keyring-store.js';
