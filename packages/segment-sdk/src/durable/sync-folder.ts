import { close, fsync, open } from 'node:fs';
import { promisify } from 'node:util';

const [openFile, sync, closeFile] = [promisify(open), promisify(fsync), promisify(close)];

/** Names survive a loss of power only when their folder was synced. Windows has no such thing. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const fd = await openFile(folder, 'r');
  try {
    await sync(fd);
  } finally {
    await closeFile(fd);
  }
};
