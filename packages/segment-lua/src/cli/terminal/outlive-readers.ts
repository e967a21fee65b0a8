import { EXIT } from './exit-code.js';

/** What a write to someone who is not there any more fails with: a closed pipe, a closed terminal. */
const GONE = new Set(['EPIPE', 'EIO', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

/**
 * Lets the program outlive whoever reads its output: what is under way is finished and delivered. A reader that has
 * seen enough (`| head`) changes nothing; output that could not be kept, as on a full disk, is a failure at the end.
 */
export const outliveReaders = (): void => {
  let isLost = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
      isLost ||= !GONE.has(code);
    });
  }
  process.on('exit', (code) => {
    if (isLost && code === EXIT.ok) process.exitCode = EXIT.failed;
  });
};
