import type { Reference } from './reference.js';
import { fileStem, type RenderedFile, type Target } from './target.js';
import { renderCompletion } from './targets/completion.js';
import { renderFullReference } from './targets/full-markdown.js';
import { renderFunctionPages } from './targets/function-pages.js';
import { renderGuides } from './targets/guides.js';
import { renderHtml } from './targets/html.js';
import { renderJsonSchema } from './targets/json-schema.js';
import { renderLlms, renderLlmsFull } from './targets/llms.js';
import { renderLuaDefinitions } from './targets/lua-definitions.js';
import { renderReference } from './targets/markdown.js';
import { renderMcpTools } from './targets/mcp-tools.js';
import { renderTypeScriptExamples } from './targets/typescript-examples.js';

/**
 * Every target the package brings, in the order they are written. Leave some out, or add your own, in the
 * configuration.
 */
// Written without calls, so that a bundler can drop it, and the site with it, where one renderer is used alone.
export const standardTargets: readonly Target[] = [
  { name: 'markdown', render: (reference) => [named(reference, '.md', renderReference(reference))] },
  { name: 'full-markdown', render: (reference) => [named(reference, '-full.md', renderFullReference(reference))] },
  { name: 'function-pages', render: renderFunctionPages },
  { name: 'guides', render: renderGuides },
  { name: 'html', render: renderHtml },
  { name: 'lua-definitions', render: (reference) => [named(reference, '.d.lua', renderLuaDefinitions(reference))] },
  { name: 'json-schema', render: (reference) => [named(reference, '.schema.json', json(renderJsonSchema(reference)))] },
  {
    name: 'mcp-tools',
    render: (reference) => [named(reference, '.mcp.json', json({ tools: renderMcpTools(reference) }))],
  },
  {
    name: 'completion',
    render: (reference) => [named(reference, '.completion.json', json(renderCompletion(reference)))],
  },
  {
    name: 'typescript-examples',
    render: (reference) => [named(reference, '-typescript.md', renderTypeScriptExamples(reference))],
  },
  {
    name: 'llms',
    render: (reference) => [
      { path: 'llms.txt', text: renderLlms(reference) },
      { path: 'llms-full.txt', text: renderLlmsFull(reference) },
    ],
  },
];

const named = (reference: Reference, suffix: string, text: string): RenderedFile => ({
  path: fileStem(reference) + suffix,
  text,
});

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
