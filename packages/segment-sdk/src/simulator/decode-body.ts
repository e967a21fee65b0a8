import type { SimulatorRequest } from './types.js';

/** The most bytes of a body that are looked at, decoded. Both APIs refuse far smaller ones. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** A body that cannot be read, with the status that answers it. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';

  constructor(
    message: string,
    readonly status: 400 | 413 | 415,
  ) {
    super(message);
  }
}

type Format = ConstructorParameters<typeof DecompressionStream>[0];

const FORMATS: Readonly<Record<string, Format>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
};

/** Reads the text of a body, whatever it is packed in. @throws {UnreadableBody} */
export const decodeBody = async ({ headers, body = '' }: SimulatorRequest): Promise<string> => {
  const encoding = (headers['content-encoding'] ?? '').trim().toLowerCase();
  if (body.length > MAX_BODY_BYTES) throw tooLarge();
  if (encoding === '' || encoding === 'identity')
    return typeof body === 'string' ? body : new TextDecoder().decode(body);
  const format = FORMATS[encoding];
  if (format === undefined) throw new UnreadableBody(`The content encoding ${encoding} is not known`, 415);
  return unpack(format, body);
};

const tooLarge = (): UnreadableBody => new UnreadableBody('The request is too large', 413);

const unpack = async (format: Format, body: string | Uint8Array): Promise<string> => {
  const packed = new Blob([body]).stream();
  const reader = packed.pipeThrough(new DecompressionStream(format)).getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  try {
    for (;;) {
      const { done, value } = (await reader.read()) as { readonly done: boolean; readonly value: Uint8Array };
      if (done) return text + decoder.decode();
      bytes += value.length;
      // A few packed kilobytes may stand for gigabytes.
      if (bytes > MAX_BODY_BYTES) throw tooLarge();
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error instanceof UnreadableBody ? error : new UnreadableBody(`The body is not ${format}`, 400);
  }
};
