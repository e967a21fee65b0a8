import type { JSONRPCMessage } from '@modelcontextprotocol/server';

/**
 * A call as it was meant: an argument that is null was left out, and so were arguments that are null; the `page` that
 * is to be read is its `name`.
 */
export const forgiveCall = <Message extends JSONRPCMessage>(message: Message): Message => {
  if (!('method' in message) || message.method !== 'tools/call') return message;
  const { name, arguments: given = {} } = message.params ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) return message;
  const args = Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== null));
  return { ...message, params: { ...message.params, arguments: name === 'lua_read_doc' ? namePage(args) : args } };
};

const namePage = ({ page, ...args }: Record<string, unknown>): Record<string, unknown> =>
  page === undefined ? args : { name: page, ...args };
