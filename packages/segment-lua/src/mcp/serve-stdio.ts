import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';

import { createMcpServer } from './create-mcp-server.js';
import type { RunScript } from './execute-lua.js';

/** Serves the one client at standard input and output; resolves when it has hung up. */
export const serveStdio = async (run: RunScript): Promise<void> => {
  const server = createMcpServer(run);
  // Each answer that waits for the pipe listens to it, and many may wait.
  process.stdout.setMaxListeners(0);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', () => void server.close());
  });
  await server.connect(new StdioServerTransport());
  await closed;
};
