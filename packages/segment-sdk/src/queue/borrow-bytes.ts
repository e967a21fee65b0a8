/** Memory that frames and chunks are written in, and files read into: fresh memory costs more than the work in it. */
let scratch = Buffer.alloc(0);

/** At least so many bytes, for use at once: whoever asks next gets the same. */
export const borrowBytes = (bytes: number): Buffer => {
  if (scratch.length < bytes) scratch = Buffer.allocUnsafeSlow(Math.max(bytes, 1024 * 1024));
  return scratch;
};

/** Most bytes of a text in UTF-8: a UTF-16 unit takes three. */
export const MOST_BYTES_OF_UNIT = 3;

/** What is written of an event. */
interface Texts {
  readonly messageId: string;
  readonly user: string;
  readonly body: string;
}

/**
 * Writes the texts of events one after another, and gives where they end. Text by text: to join them all first would
 * copy each once more.
 */
export const writeTexts = (into: Buffer, at: number, events: readonly Texts[]): number => {
  let end = at;
  for (const { messageId, user, body } of events) {
    end += into.write(messageId + user, end);
    end += into.write(body, end);
  }
  return end;
};
