export type { AgentDocs, ReadResult } from './agent/agent-docs.js';
export { createAgentDocs } from './agent/agent-docs.js';
export type { DocsEntry, DocsPage } from './agent/pages.js';
export type { Field } from './field.js';
export type { FunctionDoc } from './function-doc.js';
export { functionsOf } from './function-doc.js';
export type { AnySchema, DescribedFunction, FunctionLibrary, StandardSchema } from './functions.js';
export { fromFunctions } from './functions.js';
export type { JsonSchema } from './json-schema.js';
export { renderLuaAccounts } from './lua/accounts.js';
export { renderLuaExample } from './lua/example.js';
export type {
  Example,
  FollowUp,
  Guide,
  LoopStep,
  Part,
  PrintStep,
  Reference,
  ReferenceAccounts,
  ReferenceError,
  ReferenceOperation,
  ReferenceTypeScript,
} from './reference.js';
export type { DocsConfig, RenderedFile, Target } from './target.js';
export { standardTargets } from './targets.js';
export type { Completion, CompletionField, CompletionFunction } from './targets/completion.js';
export { renderCompletion } from './targets/completion.js';
export { renderFullReference } from './targets/full-markdown.js';
export { renderFunctionPages } from './targets/function-pages.js';
export { renderGuides } from './targets/guides.js';
export { renderHtml } from './targets/html.js';
export type { SchemaDocument } from './targets/json-schema.js';
export { renderJsonSchema } from './targets/json-schema.js';
export { renderLlms, renderLlmsFull } from './targets/llms.js';
export { renderLuaDefinitions } from './targets/lua-definitions.js';
export { renderReference } from './targets/markdown.js';
export type { McpTool } from './targets/mcp-tools.js';
export { renderMcpTools } from './targets/mcp-tools.js';
export { renderTypeScriptExamples } from './targets/typescript-examples.js';
export { renderTypeScriptExample } from './typescript/example.js';
