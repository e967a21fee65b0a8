import { ftruncateSync, writeSync } from 'node:fs';

/**
 * Writes all of it behind the `size` bytes that a file has, or nothing that stays.
 * @throws what the file system says
 */
export const appendWhole = (fd: number, size: number, bytes: Buffer): void => {
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
  } catch (error) {
    ftruncateSync(fd, size);
    throw error;
  }
};
