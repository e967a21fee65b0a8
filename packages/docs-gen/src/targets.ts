import { fileStem, type Target } from './target.js';
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
import type { Reference } from './reference.js';

const named = (name: string, suffix: string, render: (reference: Reference) => string): Target => ({
  name,
  render: (reference) => [{ path: fileStem(reference) + suffix, text: render(reference) }],
});

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Every target the package brings, in the order they are written. Leave some out, or add your own, in the configuration. */
export const standardTargets: readonly Target[] = [
  named('markdown', '.md', renderReference),
  named('full-markdown', '-full.md', renderFullReference),
  { name: 'function-pages', render: renderFunctionPages },
  { name: 'guides', render: renderGuides },
  { name: 'html', render: renderHtml },
  named('lua-definitions', '.d.lua', renderLuaDefinitions),
  named('json-schema', '.schema.json', (reference) => json(renderJsonSchema(reference))),
  named('mcp-tools', '.mcp.json', (reference) => json({ tools: renderMcpTools(reference) })),
  named('completion', '.completion.json', (reference) => json(renderCompletion(reference))),
  named('typescript-examples', '-typescript.md', renderTypeScriptExamples),
  {
    name: 'llms',
    render: (reference) => [
      { path: 'llms.txt', text: renderLlms(reference) },
      { path: 'llms-full.txt', text: renderLlmsFull(reference) },
    ],
  },
];
