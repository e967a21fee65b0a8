/** The part of `node:worker_threads` in use, without importing it: this package also runs where it does not exist. */
interface NodeThreads {
  parentPort: NodePort | null;
  workerData: ThreadData;
  receiveMessageOnPort(port: NodePort): { message: unknown } | undefined;
  Worker: new (url: URL, options: object) => NodeWorker;
}

/** What a thread is given when it starts. */
export interface ThreadData {
  /** Its first element grows with each message to the thread, which may block on it. */
  bell: Int32Array;
}

/** A message port of Node. */
interface NodePort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): void;
}

/** A thread of Node. */
export interface NodeWorker extends NodePort {
  on(event: 'message' | 'error' | 'exit', listener: (value: never) => void): void;
  terminate(): Promise<number>;
  ref(): void;
  unref(): void;
}

interface Process {
  getBuiltinModule?: (name: string) => unknown;
}

/** Node's threads; undefined in a browser. */
export const findNodeThreads = (): NodeThreads | undefined => {
  const { process: node } = globalThis as { process?: Process };
  return node?.getBuiltinModule?.('node:worker_threads') as NodeThreads | undefined;
};
