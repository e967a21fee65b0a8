/** The part of `node:worker_threads` in use, without importing it: this package also runs where it does not exist. */
interface NodeThreads {
  workerData: unknown;
  MessageChannel: new () => { readonly port1: NodePort; readonly port2: NodePort };
  Worker: new (script: URL | string, options: object) => NodeWorker;
  receiveMessageOnPort(port: NodePort): { message: unknown } | undefined;
}

/** What a thread is given when it starts. */
export interface ThreadData {
  /** Leads to the host. It is a port of our own because one cannot read from the parent's while blocking, in Deno. */
  readonly port: NodePort;
  /** Its first element grows with each message to the thread, which may block on it. */
  readonly bell: Int32Array;
}

/** A message port of Node. */
export interface NodePort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): void;
  ref(): void;
  unref(): void;
  close(): void;
}

/** A thread of Node. */
export interface NodeWorker {
  on(event: 'error' | 'exit', listener: (value: never) => void): void;
  terminate(): Promise<number>;
  ref(): void;
  unref(): void;
}

interface Runtime {
  readonly process?: { getBuiltinModule?: (name: string) => unknown };
  readonly navigator?: { readonly hardwareConcurrency?: number };
}

const runtime = globalThis as Runtime;

/** The threads of Node, Deno and Bun; undefined in a browser. */
export const findNodeThreads = (): NodeThreads | undefined =>
  runtime.process?.getBuiltinModule?.('node:worker_threads') as NodeThreads | undefined;

/** What this thread was given, if it is one of ours. */
export const findThreadData = (threads: NodeThreads | undefined): ThreadData | undefined => {
  const data = threads?.workerData as Partial<ThreadData> | null | undefined;
  return data?.port !== undefined && data.bell !== undefined ? (data as ThreadData) : undefined;
};

/** How many threads can run at once on this machine, as far as it says. */
export const countCores = (): number => {
  const os = runtime.process?.getBuiltinModule?.('node:os') as { availableParallelism?: () => number } | undefined;
  return os?.availableParallelism?.() ?? runtime.navigator?.hardwareConcurrency ?? 1;
};
