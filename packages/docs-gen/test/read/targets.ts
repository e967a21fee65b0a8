import type { Completion, McpTool, Reference, RenderedFile, SchemaDocument } from '@moonwire/docs-gen';

import type { Shows } from './expected.js';
import { readSite } from './html.js';
import { readDefinitions } from './lua-definitions.js';
import { parsers, readMarkdown } from './markdown.js';
import type { ReadFunction } from './read-function.js';
import { readCompletion, readSchemaDocument, readTools } from './schemas.js';

/** A way to read one target back, with what it undertakes to show. */
export interface Reader {
  readonly target: string;
  readonly by: string;
  readonly shows: Shows;
  readonly read: (files: readonly RenderedFile[], reference: Reference) => ReadFunction[];
}

const everything: Shows = { parameters: 'nested', options: 'yes', results: 'lua' };
const asData: Shows = { ...everything, results: 'typescript' };
const first = (files: readonly RenderedFile[]): string => files[0]?.text ?? '';

/** Every target that tells of functions and fields, read by every parser there is for it. */
export const readers: readonly Reader[] = [
  ...Object.entries(parsers).flatMap(([by, toHtml]): Reader[] => [
    {
      target: 'markdown',
      by,
      shows: { group: 'core', parameters: 'flat', options: 'no' },
      read: (files) => readMarkdown(first(files), toHtml),
    },
    { target: 'full-markdown', by, shows: everything, read: (files) => readMarkdown(first(files), toHtml) },
    {
      target: 'function-pages',
      by,
      shows: everything,
      read: (files) =>
        files.flatMap(({ text }) => readMarkdown(text.replace(/^## /gm, '### ').replace('# ', '## '), toHtml)),
    },
    { target: 'llms', by, shows: everything, read: (files) => readMarkdown(files[1]?.text ?? '', toHtml) },
  ]),
  { target: 'html', by: 'cheerio', shows: everything, read: readSite },
  {
    target: 'lua-definitions',
    by: 'the Lua engine',
    shows: everything,
    read: (files, { namespace }) => readDefinitions(first(files), namespace),
  },
  {
    target: 'json-schema',
    by: 'ajv',
    shows: asData,
    read: (files) => readSchemaDocument(JSON.parse(first(files)) as SchemaDocument),
  },
  {
    target: 'mcp-tools',
    by: 'ajv',
    shows: asData,
    read: (files) => readTools((JSON.parse(first(files)) as { tools: McpTool[] }).tools),
  },
  {
    target: 'completion',
    by: 'JSON.parse',
    shows: everything,
    read: (files) => readCompletion(JSON.parse(first(files)) as Completion),
  },
];
