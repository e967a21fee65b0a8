export type { Protection } from './data-key.js';
export { type EncryptedStore, encryptedStore } from './encrypted-store.js';
