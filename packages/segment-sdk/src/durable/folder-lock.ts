import { createHash } from 'node:crypto';
import { existsSync, statSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Locks a folder for this process: a socket that listens, which the kernel takes back the moment the process is gone,
 * however it went. It holds for all processes of one host (on Linux: of one network namespace).
 * @returns What unlocks it, or nothing if somebody has it.
 */
export const lockFolder = async (folder: string): Promise<(() => Promise<void>) | undefined> => {
  const path = socketOf(folder);
  const server = (await listen(path)) ?? ((await isDead(path)) ? await listen(path) : undefined);
  if (!server) return undefined;
  server.unref();
  const unlock = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  // Whoever had it before may have removed it, and somebody have made another: that one is not locked.
  if (existsSync(folder) && socketOf(folder) === path) return unlock;
  await unlock();
  return undefined;
};

/** A name for the folder, by whatever path it is reached. */
const socketOf = (folder: string): string => {
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = `moonwire-queue-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
};

const listen = (path: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    // Exclusive: the workers of a cluster would share it.
    server.listen({ path, exclusive: true }, () => {
      resolve(server);
    });
  });

/** Where sockets are files, one may be left of a process that was killed. */
const isDead = async (path: string): Promise<boolean> => {
  if (process.platform === 'linux' || process.platform === 'win32') return false;
  const isRefused = await new Promise<boolean>((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => {
      resolve(true);
    });
  });
  if (isRefused) unlinkSync(path);
  return isRefused;
};
