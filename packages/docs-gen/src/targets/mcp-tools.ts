import { joinSchemas } from '../reference/call-schema.js';
import { functionsOf } from '../reference/function-doc.js';
import type { JsonSchema } from '../reference/json-schema.js';
import type { Reference } from '../reference/reference.js';

/** A tool as an MCP server lists it. */
export interface McpTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonSchema & { readonly type: 'object' };
  /** Under the TypeScript names. */
  readonly outputSchema?: JsonSchema & { readonly type: 'object' };
  readonly annotations: { readonly readOnlyHint: boolean };
}

/**
 * Every operation as an MCP tool.
 * @example server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: renderMcpTools(reference) }))
 */
export const renderMcpTools = (reference: Reference): McpTool[] => {
  functionsOf(reference);
  return reference.operations.map(({ name, summary, effect, output, ...schemas }) => ({
    name,
    description: summary,
    inputSchema: joinSchemas(schemas),
    ...(output ? { outputSchema: { ...output, type: 'object' as const } } : {}),
    annotations: { readOnlyHint: effect === 'read' },
  }));
};
