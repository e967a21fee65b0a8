import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

import type { Problem } from '../check/script/problem.js';
import { capText } from './capped-text.js';
import { toolInput } from './tool-input.js';

const outputSchema = z.object({
  problems: z.array(
    z.object({
      line: z.number(),
      column: z.number().optional(),
      code: z.string(),
      message: z.string(),
      suggestion: z.string().optional(),
      hint: z.string().optional().describe('What to write instead'),
    }),
  ),
});

/** Finds what would fail in a script, without running it. */
export type CheckScript = (code: string) => Promise<readonly Problem[]>;

const PROBLEMS_SHOWN = 50;

/** Adds the tool `check_lua`, which finds mistakes in a script and runs nothing of it. */
export const addCheckLua = (server: McpServer, check: CheckScript): void => {
  server.registerTool(
    'check_lua',
    {
      title: 'Check a Lua script',
      description:
        'Finds what would fail in a script without running it: syntax, functions, accounts, globals and fields of results that do not exist, fields of calls that are written out, usual slips; each with what to write instead. Nothing is sent.',
      inputSchema: toolInput({ code: z.string().describe('The Lua 5.3 script.') }),
      outputSchema,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async ({ code }) => {
      const problems = await check(code);
      const shown = problems.slice(0, PROBLEMS_SHOWN);
      const lines = shown.map(({ line, column, message, code: kind, hint }) => {
        const problem = `${[line, ...(column === undefined ? [] : [column])].join(':')}: ${message} [${kind}]`;
        return hint === undefined ? problem : `${problem}\n  hint: ${hint}`;
      });
      if (problems.length > shown.length) lines.push(`… and ${problems.length - shown.length} more`);
      return {
        content: [{ type: 'text', text: capText(lines.join('\n') || 'No problem was found. Nothing was run.') }],
        structuredContent: { problems: shown },
      };
    },
  );
};
