import type { TransportRequest } from '@moonwire/segment-sdk';

/** A request's body as text, unpacked if it travels packed; nothing when there is none. */
export const readBody = async ({ body }: TransportRequest): Promise<string | undefined> => {
  if (body === undefined || typeof body === 'string') return body;
  const bytes = new Uint8Array(body);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const stream = new Blob([bytes]).stream();
  return new Response(isGzip ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).text();
};

/** The ids of the events in a tracking request's body. */
export const readMessageIds = (body: string | undefined): string[] => {
  if (body === undefined) return [];
  const parsed = JSON.parse(body) as { batch?: { messageId?: string }[]; messageId?: string };
  return (parsed.batch ?? [parsed]).flatMap(({ messageId }) => (messageId === undefined ? [] : [messageId]));
};
