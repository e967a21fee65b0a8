import { type CallToolResult, type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import type { AgentDocs, NotFound } from '@moonwire/docs-gen';
import { z } from 'zod';

import { toolInput } from './tool-input.js';

const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const entry = z.object({
  name: z.string().describe('What lua_read_doc takes'),
  title: z.string(),
  kind: z.string(),
  summary: z.string(),
  group: z.string().optional(),
  tokens: z.number().describe('What reading the page costs, estimated'),
});

type Entry = z.infer<typeof entry>;

const listed = (pages: readonly Entry[]): CallToolResult => ({
  content: [
    { type: 'text', text: pages.map(({ name, summary }) => `${name}: ${summary}`).join('\n') || 'Nothing matches.' },
  ],
  structuredContent: { pages },
});

/** Names and costs alone as data: what they say stands in the text, and an agent may be shown both. */
const listAll = (docs: AgentDocs): CallToolResult => {
  const pages = docs.list();
  const namesOf = (asked: string): string =>
    pages
      .filter(({ kind }) => kind === asked)
      .map(({ name }) => name)
      .join(', ');
  // The names of functions and guides say what they are about.
  const others = pages.filter(({ kind }) => kind !== 'function' && kind !== 'guide');
  const lines = [
    `Used most: ${namesOf('function')}`,
    ...others.map(({ name, summary }) => `${name}: ${summary}`),
    `Guides: ${namesOf('guide')}`,
  ];
  return {
    content: [{ type: 'text', text: lines.join('\n') }],
    structuredContent: { pages: pages.map(({ name, tokens }) => ({ name, tokens })) },
  };
};

const listGroup = (docs: AgentDocs, group: string): CallToolResult => {
  const result = docs.listGroup(group);
  return result.found ? listed(result.pages) : refuse(result);
};

const refuse = ({ message }: NotFound): CallToolResult => ({
  content: [{ type: 'text', text: message }],
  isError: true,
});

const read = (docs: AgentDocs, name: string): CallToolResult => {
  const result = docs.read(name);
  if (result.found)
    return { content: [{ type: 'text', text: result.page.text }], structuredContent: { ...result.page } };
  return refuse(result);
};

const addTools = (server: McpServer, docs: AgentDocs): void => {
  const outputSchema = z.object({ pages: z.array(entry) });
  server.registerTool(
    'lua_list_docs',
    {
      title: 'List the documentation',
      description:
        'Names the functions used most, all groups of functions, and the guides; with a group, its functions.',
      inputSchema: toolInput({ group: z.string().optional().describe('A group such as destinations') }),
      outputSchema: z.object({ pages: z.array(entry.partial({ title: true, kind: true, summary: true })) }),
      annotations,
    },
    ({ group }) => (group === undefined ? listAll(docs) : listGroup(docs, group)),
  );
  server.registerTool(
    'lua_search_docs',
    {
      title: 'Search the documentation',
      description:
        'Finds functions, groups, planned events and guides by a question or by words, the best first: how do I pause a destination.',
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
      description:
        'Returns one page as Markdown: a function such as track, a group such as destinations, or a guide such as errors.',
      inputSchema: toolInput({ name: z.string().describe('As lua_list_docs and lua_search_docs name it') }),
      outputSchema: z.object({ ...entry.shape, text: z.string() }),
      annotations,
    },
    ({ name }) => read(docs, name),
  );
};

const DOCS_URI = 'segment-lua://docs/';
const MARKDOWN = 'text/markdown';

/** Each page is a resource; those of functions in groups are not listed, but found by their names. */
const addResources = (server: McpServer, docs: AgentDocs): void => {
  const readResource = (uri: string, name: string) => {
    const result = docs.read(name);
    if (!result.found) throw new Error(result.message);
    return { contents: [{ uri, mimeType: MARKDOWN, text: result.page.text }] };
  };
  for (const { name, title, summary } of docs.list()) {
    const uri = `${DOCS_URI}${name}`;
    server.registerResource(name, uri, { title, description: summary, mimeType: MARKDOWN }, () =>
      readResource(uri, name),
    );
  }
  const byName = new ResourceTemplate(`${DOCS_URI}{name}`, { list: undefined });
  server.registerResource('page', byName, { title: 'Any page', mimeType: MARKDOWN }, ({ href }) =>
    readResource(href, decodeURIComponent(href.slice(DOCS_URI.length))),
  );
};

/** Adds the documentation: three tools that list, search and read it, and each page as a resource. */
export const addDocs = (server: McpServer, docs: AgentDocs): void => {
  addTools(server, docs);
  addResources(server, docs);
};
