export {
  type AgentDocs,
  createAgentDocs,
  type ListResult,
  type NotFound,
  type ReadResult,
} from './agent/agent-docs.js';
export { renderLuaAccounts } from './lua/accounts.js';
export { renderLuaExample } from './lua/example.js';
export { DocsError, isDocsError } from './reference/docs-error.js';
export type { Field } from './reference/field.js';
export {
  type AnySchema,
  type DescribedFunction,
  fromFunctions,
  type FunctionLibrary,
  type StandardSchema,
} from './reference/from-functions.js';
export { type FunctionDoc, functionsOf } from './reference/function-doc.js';
export type { JsonSchema } from './reference/json-schema.js';
export type {
  Example,
  FollowUp,
  Guide,
  LoopStep,
  Part,
  PrintStep,
  Reference,
  ReferenceAccounts,
  ReferenceEffect,
  ReferenceError,
  ReferenceEvent,
  ReferenceGroup,
  ReferenceOperation,
  ReferenceSite,
  ReferenceTypeScript,
  WorkedExample,
} from './reference/reference.js';
export {
  type Completion,
  type CompletionField,
  type CompletionFunction,
  renderCompletion,
} from './targets/completion.js';
export { renderEventPages } from './targets/event-pages.js';
export { renderFullReference } from './targets/full-markdown.js';
export { renderGroupPages } from './targets/group-pages.js';
export { renderHtml } from './targets/html.js';
export { renderJsonSchema, type SchemaDocument } from './targets/json-schema.js';
export { renderLlms, renderLlmsFull } from './targets/llms.js';
export { renderLuaDefinitions } from './targets/lua-definitions.js';
export { renderReference } from './targets/markdown.js';
export { renderFunctionPages, renderGuides } from './targets/markdown-pages.js';
export { type McpTool, renderMcpTools } from './targets/mcp-tools.js';
export type { DocsEntry, DocsPage } from './targets/pages.js';
export { standardTargets } from './targets/standard-targets.js';
export type { DocsConfig, RenderedFile, Target } from './targets/target.js';
export { renderTypeScriptExamples } from './targets/typescript-examples.js';
export { renderTypeScriptExample } from './typescript/example.js';
