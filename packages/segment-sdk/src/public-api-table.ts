export type { PublicObjectSchema, PublicSchema } from './public-api/describe-fields.js';
export type { DescribedOperation, PublicGroup } from './public-api/groups.js';
export { publicGroups } from './public-api/groups.js';
export { searchWords } from './public-api/table/search-words.js';
