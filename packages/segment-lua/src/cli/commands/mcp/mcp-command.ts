import { Command } from 'commander';

import { origin, portNumber, seconds, wholeNumber } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua mcp                                  for one agent, over standard input and output, on the simulator
  $ segment-lua mcp --live --read-only               with your accounts, and nothing may be written
  $ segment-lua mcp --http --port 8787               for several agents on this machine

Over HTTP, clients must present a token: SEGMENT_LUA_MCP_TOKEN, or the one that is printed at the start.`;

/** The options of `segment-lua mcp`. */
export interface McpFlags {
  readonly live?: true;
  readonly url?: string;
  readonly account?: string;
  readonly readOnly?: true;
  readonly http?: true;
  readonly port: number;
  readonly timeout: number;
  readonly runs: number;
}

/** `segment-lua mcp`. */
export const mcpCommand = (): Command =>
  new Command('mcp')
    .description('Serve the documentation and a tool that runs scripts to agents, over the Model Context Protocol.')
    .option('--live', 'talk to Segment with your accounts, not to the simulator')
    .option('--url <origin>', 'talk to what listens there, like a simulator of segment-lua simulate', origin)
    .option('--account <name>', 'the account that unqualified calls use')
    .option('--read-only', 'let scripts read, and deny what writes')
    .option('--http', 'serve over streamable HTTP on 127.0.0.1')
    .option('--port <number>', 'the port for --http; 0 takes a free one', portNumber, 0)
    .option('--timeout <seconds>', 'stop a script after this time', seconds, 30)
    .option('--runs <number>', 'how many scripts run at a time; others wait their turn', wholeNumber, 4)
    .addHelpText('after', HELP)
    .action(async (flags: McpFlags) => {
      const { serveMcp } = await import('./mcp.js');
      await serveMcp(flags);
    });
