import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

/** Adds what a person picks from a menu: instructions for jobs that are done well in one particular way. */
export const addPrompts = (server: McpServer): void => {
  server.registerPrompt(
    'write_script',
    {
      title: 'Write a script for Segment',
      description: 'Has a script written, checked and tried as a dry run before it is run.',
      argsSchema: z.object({ task: z.string().describe('What the script is to do') }),
    },
    ({ task }) =>
      say(`Write a Lua script that does this with Segment: ${task}

Look up every function you use (lua_search_docs, then lua_read_doc). Check the script (check_lua), run it with dry_run, and show me the requests it would make and whom they would go to. Run it in earnest only when I have agreed.`),
  );
  server.registerPrompt(
    'explain_workspace',
    {
      title: 'Explain a workspace',
      description: 'Has a workspace described from what the Public API tells of it; reads only.',
    },
    () =>
      say(
        'Describe this Segment workspace for somebody new: its sources and destinations and how they are connected, its tracking plans, and what looks forgotten or misconfigured. Use one Lua script that only reads, and print no more than you need.',
      ),
  );
};

const say = (text: string) => ({ messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] });
