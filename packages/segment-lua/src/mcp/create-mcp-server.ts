import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';

import manifest from '../../package.json' with { type: 'json' };
import { addDocs } from './docs.js';
import { addExecuteLua, type RunScript } from './execute-lua.js';

const INSTRUCTIONS = [
  'Scripts are Lua 5.3. Segment is app.integrations.segment; each account has the same functions below its own name.',
  'Look a function up (lua_list_docs, lua_search_docs, lua_read_doc), then write one script that does the whole job (execute_lua).',
  'Beside the documented functions every operation of the Public API is there by its name, like list_destinations or update_tracking_plan; pairs(app.integrations.segment) lists them, and an error says what a call takes.',
  'Errors are tables with code and message: catch what you expect with pcall.',
].join('\n');

/** An MCP server for one client: the documents, and a tool that runs scripts with `run`. */
export const createMcpServer = (run: RunScript): McpServer => {
  const server = new McpServer({ name: 'segment-lua', version: manifest.version }, { instructions: INSTRUCTIONS });
  addDocs(server);
  addExecuteLua(server, run);
  return server;
};
