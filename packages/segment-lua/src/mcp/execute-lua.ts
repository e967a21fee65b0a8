import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';

import type { SegmentLua } from '../host/create-segment-lua.js';
import { jsonText } from '../host/json-text.js';
import type { RunResult } from '../host/run-result.js';
import { createProgress, type ToolContext } from './progress.js';

const CALLS_SHOWN = 50;
const FAILURES_SHOWN = 20;

/** Any object, said in words that every client knows: some refuse a whole server for a schema they do not. */
const anyObject = z.record(z.string(), z.unknown()).meta({ propertyNames: undefined, additionalProperties: true });

const input = {
  code: z.string().describe('The Lua 5.3 script. Print what you want to see; return values come back, too.'),
  args: anyObject.optional().describe('Given to the script as the global `args`.'),
  account: z.string().optional().describe('The account that unqualified calls use. Default: the default account.'),
  dry_run: z.boolean().optional().describe('Check every call and show its request, and send nothing. Default false.'),
};

const errorShape = z.object({
  code: z.string(),
  message: z.string(),
  line: z.number().optional(),
  traceback: z.string().optional(),
  suggestion: z.string().optional(),
  field: z.string().optional(),
});

const output = {
  ok: z.boolean(),
  output: z.string(),
  values: z.array(z.unknown().describe('Any value')),
  error: errorShape.optional(),
  calls: z.array(anyObject).describe(`The first ${CALLS_SHOWN} calls.`),
  deliveries: z.object({
    queued: z.number(),
    delivered: z.number(),
    dropped: z.number(),
    failed: z.array(anyObject),
  }),
  planned: z.array(anyObject).optional(),
  usage: anyObject,
};

/** A run as the tool returns it: plain data, its long lists cut. */
const structured = (run: RunResult): Record<string, unknown> => {
  const { error, calls, deliveries, ...rest } = run;
  const result = {
    ...rest,
    calls: calls.slice(0, CALLS_SHOWN),
    deliveries: { ...deliveries, failed: deliveries.failed.slice(0, FAILURES_SHOWN) },
    ...(error && { error: errorShape.parse(error) }),
  };
  return JSON.parse(jsonText(result)) as Record<string, unknown>;
};

const summary = (result: RunResult): string => {
  const { deliveries, error } = result;
  const events = deliveries.queued > 0 ? `${deliveries.delivered} of ${deliveries.queued} events delivered.` : '';
  const failure = error ? `${error.message} [${error.code}]` : '';
  const said = [result.output.trimEnd(), describeValues(result.values), failure, events].filter(Boolean);
  return said.join('\n') || 'Done. The script printed and returned nothing.';
};

/** What a script returned, for those who read the text alone. */
const describeValues = (values: readonly unknown[]): string =>
  values.length > 0 ? `Returned: ${values.map((value) => jsonText(value ?? null)).join(', ')}` : '';

const answer = (result: RunResult): CallToolResult => ({
  content: [{ type: 'text', text: summary(result) }],
  structuredContent: structured(result),
  isError: !result.ok,
});

/** How a script is run on behalf of a client; it decides how many run at a time. */
export type RunScript = SegmentLua['run'];

/** Adds the tool `execute_lua`, which runs a script and reports its progress; cancelling it stops the script. */
export const addExecuteLua = (server: McpServer, run: RunScript): void => {
  server.registerTool(
    'execute_lua',
    {
      title: 'Run a Lua script',
      description:
        'Runs a Lua script with Segment mounted as app.integrations.segment. Find the functions with lua_list_docs, lua_search_docs and lua_read_doc. Events are delivered before the tool returns. What deletes or replaces is denied unless the server was started with --allow and its name; a dry run shows its request.',
      inputSchema: input,
      outputSchema: output,
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
    },
    async ({ code, args, account, dry_run: dryRun }, context: ToolContext) => {
      const progress = createProgress(context);
      const result = await run(code, {
        signal: context.signal,
        onCall: progress.onCall,
        ...(args && { args }),
        ...(account !== undefined && { account }),
        ...(dryRun !== undefined && { dryRun }),
      });
      await progress.done();
      return answer(result);
    },
  );
};
