import type { InternalAxiosRequestConfig } from 'axios';

/** A request's body as text, unpacked if it travels packed; nothing when there is none. */
export const bodyText = async ({ data }: InternalAxiosRequestConfig): Promise<string | undefined> => {
  const body: unknown = data;
  if (typeof body === 'string') return body;
  if (!(body instanceof Uint8Array)) return undefined;
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  const stream = new Blob([new Uint8Array(body)]).stream();
  return new Response(isGzip ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).text();
};

/** Headers as plain text by name. */
export const headerTexts = (headers: { toJSON(): object }): Record<string, string> =>
  Object.fromEntries(Object.entries(headers.toJSON()).map(([name, value]) => [name, String(value)]));

/** The address a request goes to. */
export const urlOf = ({ url = '', baseURL }: InternalAxiosRequestConfig): string => new URL(url, baseURL).href;

/** The ids of the events in a tracking request's body. */
export const messageIdsIn = (body: string | undefined): string[] => {
  if (body === undefined) return [];
  const parsed = JSON.parse(body) as { batch?: { messageId?: string }[]; messageId?: string };
  return (parsed.batch ?? [parsed]).flatMap(({ messageId }) => (messageId === undefined ? [] : [messageId]));
};
