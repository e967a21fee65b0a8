import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

import type { SegmentLua } from '../host/create-segment-lua.js';
import { SIMULATOR } from '../host/target.js';
import { createProgress } from './progress.js';
import { answerRun, anyObject, nameForPeople, runAnswer } from './run-answer.js';
import { toolInput } from './tool-input.js';

const inputSchema = toolInput({
  code: z.string().describe('The Lua 5.3 script. Print what you want to see; return values come back, too.'),
  args: anyObject.optional().describe('Given to the script as the global `args`.'),
  account: z.string().optional().describe('The account that unqualified calls use. Default: the default account.'),
  dry_run: z.boolean().optional().describe('Check every call and show its request, and send nothing. Default false.'),
});

/** How a script is run on behalf of a client; it decides how many run at a time. */
export type RunScript = SegmentLua['run'];

/** What a server lets scripts do, and with whom. */
export interface Reach {
  /** Whom scripts talk to: `simulator`, `segment (us)`, or an address. */
  readonly target: string;
  /** Whether everything that writes is denied. */
  readonly isReadOnly: boolean;
}

/** Adds the tool `execute_lua`, which runs a script and reports its progress; cancelling it stops the script. */
export const addExecuteLua = (server: McpServer, run: RunScript, reach: Reach): void => {
  server.registerTool(
    'execute_lua',
    {
      title: 'Run a Lua script',
      description: describe(reach),
      inputSchema,
      outputSchema: runAnswer,
      annotations: {
        readOnlyHint: reach.isReadOnly,
        destructiveHint: !reach.isReadOnly && reach.target !== SIMULATOR,
        idempotentHint: reach.isReadOnly,
        openWorldHint: reach.target !== SIMULATOR,
      },
    },
    async ({ code, args, account, dry_run: dryRun }, context) => {
      const progress = createProgress(context.mcpReq);
      const result = await run(code, {
        signal: context.mcpReq.signal,
        onCall: progress.onCall,
        ...(args && { args }),
        ...(account !== undefined && { account }),
        ...(dryRun !== undefined && { dryRun }),
      }).finally(progress.stop);
      await progress.done();
      return answerRun(result);
    },
  );
};

const describe = ({ target, isReadOnly }: Reach): string =>
  [
    `Runs a Lua script with Segment mounted as app.integrations.segment. It talks to ${nameForPeople(target)}.`,
    'Find the functions with lua_list_docs, lua_search_docs and lua_read_doc; check_lua finds mistakes without a run.',
    isReadOnly
      ? 'Whatever writes is denied: the server was started with --read-only.'
      : 'Events are delivered before the tool returns. What deletes or replaces is denied unless the server was started with --allow and its name; a dry run shows its request.',
  ].join(' ');
