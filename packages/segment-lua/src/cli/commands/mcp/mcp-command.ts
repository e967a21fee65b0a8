import { Command, InvalidArgumentError } from '@commander-js/extra-typings';

import { ACCOUNT, ALLOW, AT_URL, LIVE, PLAN, POLICY, QUEUE, QUEUE_SYNC } from '../../session/session-options.js';
import { type FlagsOf, parseCount, parsePort, parseSeconds } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua mcp                                  for one agent, over standard input and output, on the simulator
  $ segment-lua mcp --live --read-only               with your accounts, and nothing may be written
  $ segment-lua mcp --http --port 8787               for several agents on this machine

A policy's rules may be those of one client: { "rules": [], "clients": { "NAME": { "rules": [] } } }. What is to be asked
about is asked through the client, where it can; elsewhere it is denied.

Over HTTP, clients must present a token: one of --tokens, else SEGMENT_LUA_MCP_TOKEN, or the one that is printed at the
start. "segment-lua tokens add FILE NAME" makes one, and says which accounts it may use and what it may do. /health tells
without it how much there is to do, /metrics what there was, for Prometheus. Several clients take turns, and none takes
all the places to run in. What listens elsewhere than on 127.0.0.1 belongs behind something that speaks TLS.

Several servers behind one balancer are given the same --share: any of them goes on with a session that another began.
Clients of older revisions of the protocol cannot be asked anything then, and what is to be asked about is denied them.`;

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
    .addOption(QUEUE)
    .addOption(QUEUE_SYNC)
    .option('--audit <file>', 'write down who has what run, and what came of it: a JSON object a line')
    .option('--read-only', 'let scripts read, and deny what writes')
    .option('--http', 'serve over streamable HTTP, on 127.0.0.1 unless told otherwise')
    .option('--quiet', 'log no requests; over HTTP each is a line on standard error')
    .option('--port <number>', 'the port for --http; 0 takes a free one', parsePort, 0)
    .option('--tokens <file>', 'the tokens that clients may present over HTTP, with what each may do')
    .option('--listen <address>', 'the address to listen on over HTTP, in the place of 127.0.0.1')
    .option(
      '--known-as <host>',
      'a name by which clients call the server, beside localhost; may be repeated',
      addHost,
      [] as readonly string[],
    )
    .option(
      '--share <redis>',
      'share sessions, and the waits that Segment names, with the servers that are given the same Redis (redis://…)',
    )
    .option('--stateless', 'no sessions over HTTP: each request may reach another machine, and no client is asked')
    .option('--timeout <seconds>', 'stop a script after this time', parseSeconds, 30)
    .option('--runs <number>', 'how many scripts run at a time; others wait their turn', parseCount, 4)
    .addHelpText('after', HELP);

const addHost = (host: string, others: readonly string[]): readonly string[] => {
  if (!URL.canParse(`http://${host}`) || new URL(`http://${host}`).host !== host.toLowerCase() || /:\d+$/.test(host))
    throw new InvalidArgumentError(
      'Expected the name of a host, such as mcp.example.com, without a scheme and a port.',
    );
  return [...others, host.toLowerCase()];
};

/** The options of `segment-lua mcp`. */
export type McpFlags = FlagsOf<typeof declareMcp>;
