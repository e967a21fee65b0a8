import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Redis } from 'ioredis';

/** The programs that tests run on; `npm test` of the root brings both. */
export const SERVERS = [
  ['Redis', process.env.REDIS_PATH ?? 'redis-server'],
  ['Valkey', process.env.VALKEY_PATH ?? 'valkey-server'],
] as const;

/** A port that is free now. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

/** A Redis of its own on loopback, which can die and come back with what it had. */
export class RedisServer {
  readonly port: number;
  readonly url: string;
  readonly #program: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'redis-'));
  #process: ChildProcess | undefined;

  private constructor(program: string, port: number) {
    this.#program = program;
    this.port = port;
    this.url = `redis://127.0.0.1:${port}`;
  }

  /** @param more Settings beside those of a queue: `['--maxmemory', '20mb']`. */
  static async start(program: string = SERVERS[0][1], more: readonly string[] = []): Promise<RedisServer> {
    const server = new RedisServer(program, await freePort());
    await server.start(more);
    return server;
  }

  /** Starts it, also again; resolves when it answers. */
  async start(more: readonly string[] = []): Promise<void> {
    const settings = ['--port', String(this.port), '--dir', this.#folder, '--save', '', '--appendonly', 'yes'];
    const child = spawn(this.#program, [...settings, '--bind', '127.0.0.1', ...more]);
    this.#process = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data) => {
        said += String(data);
        if (/ready to accept connections/i.test(said)) resolve();
      });
      child.on('exit', () => {
        reject(new Error(`${this.#program} did not start: ${said}`));
      });
    });
  }

  /** Ends it at once; resolves when its port is free. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** Makes it as good as away without ending its connections. */
  freeze(isFrozen: boolean): void {
    this.#process?.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT');
  }

  /** A connection to look into it, which ends with it. */
  async connect(): Promise<Redis> {
    const redis = new Redis(this.url, { retryStrategy: () => null, lazyConnect: true });
    await redis.connect();
    return redis;
  }

  /** All that it has written to its disk. */
  readFiles(): string {
    return readdirSync(this.#folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(this.#folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, 'latin1'))
      .join('');
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
