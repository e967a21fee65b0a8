import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  type InputRequiredResult,
  type McpServer,
} from '@modelcontextprotocol/server';
import { z } from 'zod';

import type { RunResult } from '../host/run-result.js';
import type { RunOptions } from '../host/segment-lua-options.js';
import { SIMULATOR } from '../host/target.js';
import { askClient, takeAnswers } from './ask-client.js';
import type { Ask, HeldRun, HeldRuns } from './held-runs.js';
import { createProgress, type ToolRequest } from './progress.js';
import { answerRun, anyObject, nameForPeople, runAnswer } from './run-answer.js';
import { toolInput } from './tool-input.js';

const inputSchema = toolInput({
  code: z.string().describe('The Lua 5.3 script. Print what you want to see; return values come back, too.'),
  args: anyObject.optional().describe('Given to the script as the global `args`.'),
  account: z.string().optional().describe('The account that unqualified calls use. Default: the default account.'),
  dry_run: z.boolean().optional().describe('Check every call and show its request, and send nothing. Default false.'),
});

/** Who has a script run. */
export interface Caller {
  /** The name that the client gives itself; empty if it gives none. */
  readonly name: string;
  /** Asks a person about a call. Absent where the client cannot. */
  readonly ask?: Ask;
}

/** How a script is run on behalf of a client; it decides how many run at a time. */
export type RunScript = (code: string, options: RunOptions, caller: Caller) => Promise<RunResult>;

/** What a server lets scripts do, and with whom. */
export interface Reach {
  /** Whom scripts talk to: `simulator`, `segment (us)`, or an address. */
  readonly target: string;
  /** Whether everything that writes is denied. */
  readonly isReadOnly: boolean;
}

/** What runs the scripts of one of the clients. */
export interface ScriptService extends Reach {
  readonly run: RunScript;
  /** Runs of all clients that wait for a person's answer. */
  readonly held: HeldRuns;
}

/**
 * Adds the tool `execute_lua`, which runs a script and reports its progress; cancelling it stops the script. Calls that
 * need approval are asked about through the client.
 */
export const addExecuteLua = (server: McpServer, { run, held, ...reach }: ScriptService): void => {
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
    async ({ code, args, account, dry_run: dryRun }, { mcpReq }) => {
      const progress = createProgress(mcpReq);
      const options: RunOptions = {
        onCall: progress.onCall,
        ...(args && { args }),
        ...(account !== undefined && { account }),
        ...(dryRun !== undefined && { dryRun }),
      };
      const begin = (): HeldRun =>
        held.start((ask, signal) => run(code, { ...options, signal }, describeCaller(server.server, mcpReq, ask)));
      const answer = await goOn(resume(held, mcpReq) ?? begin(), mcpReq.signal).finally(progress.stop);
      await progress.done();
      return answer;
    },
  );
};

/** What a client of the older revisions said when it introduced itself; those of today say it with each request. */
interface IntroducedClient {
  readonly getClientCapabilities: () => { readonly elicitation?: unknown } | undefined;
  readonly getClientVersion: () => { readonly name: string } | undefined;
}

/** What comes with each request of a client of today. */
interface Envelope {
  readonly [CLIENT_INFO_META_KEY]?: { readonly name?: string };
  readonly [CLIENT_CAPABILITIES_META_KEY]?: { readonly elicitation?: unknown };
}

const describeCaller = (introduced: IntroducedClient, request: ToolRequest, ask: Ask): Caller => {
  const said: Envelope = request.envelope ?? {};
  const { name = '' } = said[CLIENT_INFO_META_KEY] ?? introduced.getClientVersion() ?? {};
  const { elicitation } = said[CLIENT_CAPABILITIES_META_KEY] ?? introduced.getClientCapabilities() ?? {};
  return { name, ...(elicitation !== undefined && { ask }) };
};

/** The run that the client was asked about, with its answers. */
const resume = (held: HeldRuns, request: ToolRequest): HeldRun | undefined => {
  const id = request.requestState();
  const run = typeof id === 'string' ? held.find(id) : undefined;
  if (typeof id === 'string' && run === undefined)
    throw new Error('The script has ended meanwhile, by its limit of time: nobody answered. Run it again.');
  if (run !== undefined) takeAnswers(run, request);
  return run;
};

/** Waits for the end of a run, or for what has to be asked; a call that is cancelled ends the run. */
const goOn = async (run: HeldRun, signal: AbortSignal): Promise<CallToolResult | InputRequiredResult> => {
  const stop = (): void => {
    run.stop(signal.reason);
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  const next = await run.next().finally(() => {
    signal.removeEventListener('abort', stop);
  });
  return next === 'asks' ? askClient(run) : answerRun(next);
};

const describe = ({ target, isReadOnly }: Reach): string =>
  [
    `Runs a Lua script with Segment mounted as app.integrations.segment. It talks to ${nameForPeople(target)}.`,
    'Find the functions with lua_list_docs, lua_search_docs and lua_read_doc; check_lua finds mistakes without a run.',
    isReadOnly
      ? 'Whatever writes is denied: the server was started with --read-only.'
      : 'Events are delivered before the tool returns. What deletes or replaces is denied unless the server was started with --allow and its name; a dry run shows its request.',
  ].join(' ');
