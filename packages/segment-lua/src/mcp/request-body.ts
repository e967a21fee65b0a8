import type { IncomingMessage } from 'node:http';

/** The most that a request may carry, in bytes: a script of the default limit, and room for its arguments. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** What a request carries, or why it is not taken. */
export type RequestBody =
  | { readonly isRead: true; readonly body: unknown }
  | { readonly isRead: false; readonly status: 400 | 413; readonly code: number; readonly message: string };

/** Reads the JSON that a request carries; nothing, for one that carries none. */
export const readBody = async (request: IncomingMessage): Promise<RequestBody> => {
  if (request.method !== 'POST') return { isRead: true, body: undefined };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES)
      return { isRead: false, status: 413, code: -32600, message: `A request has at most ${MAX_BODY_BYTES} bytes` };
    chunks.push(chunk);
  }
  try {
    return { isRead: true, body: JSON.parse(Buffer.concat(chunks).toString()) as unknown };
  } catch {
    return { isRead: false, status: 400, code: -32700, message: 'The request is not JSON' };
  }
};
