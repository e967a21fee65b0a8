export type { PublicApi } from './public-api/create-public-api.js';
export { createPublicApi } from './public-api/create-public-api.js';
export { type PublicEffect, type PublicOperation, publicOperations } from './public-api/operations.js';
export type { PublicApiOptions } from './public-api/options.js';
export { readWhole } from './public-api/read-whole.js';
export type { PublicInput, PublicMethod, PublicModel, PublicName, PublicOutput } from './public-api/types.js';
