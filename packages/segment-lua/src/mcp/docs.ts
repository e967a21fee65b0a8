import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { createAgentDocs } from '@moonwire/docs-gen';
import { z } from 'zod';

import { segmentReference } from '../reference/segment-reference.js';
import { toolInput } from './tool-input.js';

const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const entry = z.object({
  name: z.string().describe('What lua_read_doc takes'),
  title: z.string(),
  kind: z.string(),
  summary: z.string(),
  tokens: z.number().describe('What reading the page costs, estimated'),
});

type Entry = z.infer<typeof entry>;

const listed = (pages: readonly Entry[]): CallToolResult => ({
  content: [
    { type: 'text', text: pages.map(({ name, summary }) => `${name}: ${summary}`).join('\n') || 'Nothing matches.' },
  ],
  structuredContent: { pages },
});

const docs = createAgentDocs(segmentReference);

const read = (name: string): CallToolResult => {
  const result = docs.read(name);
  if (result.found)
    return { content: [{ type: 'text', text: result.page.text }], structuredContent: { ...result.page } };
  return { content: [{ type: 'text', text: result.message }], isError: true };
};

const addTools = (server: McpServer): void => {
  const outputSchema = z.object({ pages: z.array(entry) });
  server.registerTool(
    'lua_list_docs',
    {
      title: 'List the documentation',
      description: 'Lists every page: functions, guides, the reference.',
      inputSchema: toolInput({}),
      outputSchema,
      annotations,
    },
    () => listed(docs.list()),
  );
  server.registerTool(
    'lua_search_docs',
    {
      title: 'Search the documentation',
      description: 'Finds pages by function, parameter or topic, the best first; forgives typos.',
      inputSchema: toolInput({ query: z.string(), limit: z.number().int().min(1).max(50).optional() }),
      outputSchema,
      annotations,
    },
    ({ query, limit }) => listed(docs.search(query, limit)),
  );
  server.registerTool(
    'lua_read_doc',
    {
      title: 'Read a page',
      description: 'Returns one page as Markdown: a function such as track, or a guide such as errors.',
      inputSchema: toolInput({ name: z.string().describe('As lua_list_docs and lua_search_docs name it') }),
      outputSchema: z.object({ ...entry.shape, text: z.string() }),
      annotations,
    },
    ({ name }) => read(name),
  );
};

const MARKDOWN = 'text/markdown';

const addResources = (server: McpServer): void => {
  for (const { name, title, summary } of docs.list()) {
    const uri = `segment-lua://docs/${name}`;
    server.registerResource(name, uri, { title, description: summary, mimeType: MARKDOWN }, () => {
      const result = docs.read(name);
      return { contents: [{ uri, mimeType: MARKDOWN, text: result.found ? result.page.text : '' }] };
    });
  }
};

/** Adds the documentation: three tools that list, search and read it, and each page as a resource. */
export const addDocs = (server: McpServer): void => {
  addTools(server);
  addResources(server);
};
