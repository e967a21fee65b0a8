export type { JsonSchema } from './json-schema.js';
export type {
  Example,
  FollowUp,
  JsonObject,
  JsonValue,
  LoopStep,
  Part,
  PrintStep,
  Reference,
  ReferenceAccounts,
  ReferenceOperation,
} from './reference.js';
export type { DocsConfig, RenderedFile, Target } from './target.js';
export { renderLuaAccounts } from './lua/accounts.js';
export { renderLuaExample } from './lua/example.js';
export { renderReference } from './targets/markdown.js';
export { standardTargets } from './targets.js';
