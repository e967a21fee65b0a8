import { nameFiles } from '../reference/names.js';
import type { Reference } from '../reference/reference.js';
import { renderCompletion } from './completion.js';
import { renderEventPages } from './event-pages.js';
import { renderFullReference } from './full-markdown.js';
import { renderGroupPages } from './group-pages.js';
import { renderHtml } from './html.js';
import { renderJsonSchema } from './json-schema.js';
import { renderLlms, renderLlmsFull } from './llms.js';
import { renderLuaDefinitions } from './lua-definitions.js';
import { renderReference } from './markdown.js';
import { renderFunctionPages, renderGuides } from './markdown-pages.js';
import { renderMcpTools } from './mcp-tools.js';
import type { RenderedFile, Target } from './target.js';
import { renderTypeScriptExamples } from './typescript-examples.js';

/**
 * Every target the package brings, in the order they are written. Leave some out, or add your own, in the
 * configuration.
 */
// Written without calls, so that a bundler can drop it, and the site with it, where one renderer is used alone.
export const standardTargets: readonly Target[] = [
  { name: 'markdown', render: (reference) => [nameFile(reference, '.md', renderReference(reference))] },
  { name: 'full-markdown', render: (reference) => [nameFile(reference, '-full.md', renderFullReference(reference))] },
  {
    name: 'function-pages',
    render: (reference) => [
      ...renderFunctionPages(reference),
      ...renderGroupPages(reference),
      ...renderEventPages(reference),
    ],
  },
  { name: 'guides', render: renderGuides },
  { name: 'html', render: renderHtml },
  { name: 'lua-definitions', render: (reference) => [nameFile(reference, '.d.lua', renderLuaDefinitions(reference))] },
  {
    name: 'json-schema',
    render: (reference) => [nameFile(reference, '.schema.json', writeJsonFile(renderJsonSchema(reference)))],
  },
  {
    name: 'mcp-tools',
    render: (reference) => [nameFile(reference, '.mcp.json', writeJsonFile({ tools: renderMcpTools(reference) }))],
  },
  {
    name: 'completion',
    render: (reference) => [nameFile(reference, '.completion.json', writeJsonFile(renderCompletion(reference)))],
  },
  {
    name: 'typescript-examples',
    render: (reference) => [nameFile(reference, '-typescript.md', renderTypeScriptExamples(reference))],
  },
  {
    name: 'llms',
    render: (reference) => [
      { path: 'llms.txt', text: renderLlms(reference) },
      { path: 'llms-full.txt', text: renderLlmsFull(reference) },
    ],
  },
];

const nameFile = (reference: Reference, suffix: string, text: string): RenderedFile => ({
  path: nameFiles(reference) + suffix,
  text,
});

const writeJsonFile = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
