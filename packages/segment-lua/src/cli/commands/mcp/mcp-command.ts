import { Command } from '@commander-js/extra-typings';

import { ACCOUNT, ALLOW, AT_URL, LIVE, PLAN, POLICY } from '../../session/session-options.js';
import { type FlagsOf, parseCount, parsePort, parseSeconds } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua mcp                                  for one agent, over standard input and output, on the simulator
  $ segment-lua mcp --live --read-only               with your accounts, and nothing may be written
  $ segment-lua mcp --http --port 8787               for several agents on this machine

A policy's rules may be those of one client: { "rules": [], "clients": { "NAME": { "rules": [] } } }. What is to be asked
about is asked through the client, where it can; elsewhere it is denied.

Over HTTP, clients must present a token: SEGMENT_LUA_MCP_TOKEN, or the one that is printed at the start. /health tells
without it how much there is to do. Several clients take turns, and none takes all the places to run in.`;

/** `segment-lua mcp`. */
export const declareMcp = () =>
  new Command('mcp')
    .description('Serve the documentation and a tool that runs scripts to agents, over the Model Context Protocol.')
    .addOption(LIVE)
    .addOption(AT_URL)
    .addOption(ACCOUNT)
    .addOption(ALLOW)
    .addOption(PLAN)
    .addOption(POLICY)
    .option('--audit <file>', 'write down who has what run, and what came of it: a JSON object a line')
    .option('--read-only', 'let scripts read, and deny what writes')
    .option('--http', 'serve over streamable HTTP on 127.0.0.1')
    .option('--quiet', 'log no requests; over HTTP each is a line on standard error')
    .option('--port <number>', 'the port for --http; 0 takes a free one', parsePort, 0)
    .option('--timeout <seconds>', 'stop a script after this time', parseSeconds, 30)
    .option('--runs <number>', 'how many scripts run at a time; others wait their turn', parseCount, 4)
    .addHelpText('after', HELP);

/** The options of `segment-lua mcp`. */
export type McpFlags = FlagsOf<typeof declareMcp>;
