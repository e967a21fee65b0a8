export type { Protection } from './encryption/data-key.js';
export { type EncryptedStore, encryptedStore } from './encryption/encrypted-store.js';
