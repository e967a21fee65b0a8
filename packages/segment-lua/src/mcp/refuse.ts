import type { ServerResponse } from 'node:http';

/** Codes of JSON-RPC, and the one that is left to servers. */
const SERVER_ERROR = -32000;

/** Turns a request away, in the protocol's own form. */
export const refuse = (response: ServerResponse, status: number, message: string, code = SERVER_ERROR): void => {
  const error = { jsonrpc: '2.0', error: { code, message }, id: null };
  response
    .writeHead(status, {
      'content-type': 'application/json',
      // RFC 6750, section 3
      // What is left of a request that is too long is not read.
      ...(status === 413 && { connection: 'close' }),
      ...(status === 401 && { 'www-authenticate': 'Bearer realm="segment-lua"' }),
    })
    .end(JSON.stringify(error));
};
