export type { PublicApi } from './public-api/create-public-api.js';
export { createPublicApi } from './public-api/create-public-api.js';
export type { PublicApiOptions } from './public-api/options.js';
export type { PublicInput, PublicMethod, PublicModel, PublicName, PublicOutput } from './public-api/types.js';
