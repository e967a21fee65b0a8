import { McpServer } from '@modelcontextprotocol/server';
import type { AgentDocs } from '@moonwire/docs-gen';

import manifest from '../../package.json' with { type: 'json' };
import { addCheckLua, type CheckScript } from './check-lua.js';
import { addDocs } from './docs.js';
import { addExecuteLua, type Reach, type ScriptService } from './execute-lua.js';
import { addPrompts } from './prompts.js';
import { nameForPeople } from './run-answer.js';

/** What a server does for its clients. */
export interface Service extends ScriptService {
  readonly check: CheckScript;
  /** What its clients read and search. */
  readonly docs: AgentDocs;
}

/** How often a client is asked within one call of a tool; a script has no more patience than its limit of time. */
const MAX_QUESTIONS = 1_000;

const introduce = ({ target, isReadOnly }: Reach): string =>
  [
    'Scripts are Lua 5.3. Segment is app.integrations.segment; each account has the same functions below its own name.',
    `Scripts talk to ${nameForPeople(target)}${isReadOnly ? ', and may only read' : ''}.`,
    'Find a function by asking (lua_search_docs), or in its group (lua_list_docs); read how it is called (lua_read_doc); then write one script that does the whole job (execute_lua).',
    'Errors are tables with code and message: catch what you expect with pcall.',
  ].join('\n');

/** A protocol server for one client, or one request of one: the documents, and tools that check and run scripts. */
export const createMcpServer = (service: Service): McpServer => {
  const server = new McpServer(
    { name: 'segment-lua', version: manifest.version },
    { instructions: introduce(service), inputRequired: { maxRounds: MAX_QUESTIONS } },
  );
  addDocs(server, service.docs);
  addCheckLua(server, service.check);
  addExecuteLua(server, service);
  addPrompts(server);
  return server;
};
