import type { AxiosInstance, AxiosRequestConfig } from 'axios';

import { type AnyBody, isWritable, type NodeBuffer } from './transport.js';

const { Buffer } = globalThis as unknown as {
  readonly Buffer: { readonly allocUnsafeSlow: (bytes: number) => NodeBuffer };
};

/** The largest batch and its envelope; what is longer than that is sent as text. */
const BUFFER_BYTES = 512 * 1024;

/** As many as one client sends at a time unless told otherwise. */
const MOST_KEPT = 4;

const kept: NodeBuffer[] = [];

/**
 * Sends a request whose body is written to memory that one request after another is lent: filling fresh memory costs
 * the system more than all else that sending a batch takes. The memory is given back when all of the request is with
 * the system's network, for a server may answer before it has read to the end; that of a request that failed is not.
 */
export const sendFromMemory = async (instance: AxiosInstance, config: AxiosRequestConfig): Promise<void> => {
  const data = config.data as AnyBody | undefined;
  if (!isWritable(data) || data.mostBytes > BUFFER_BYTES) {
    await instance.request({ ...config, data: isWritable(data) ? String(data) : data });
    return;
  }
  const memory = kept.pop() ?? Buffer.allocUnsafeSlow(BUFFER_BYTES);
  const answer = await instance.request<unknown>({ ...config, data: memory.subarray(0, data.writeTo(memory)) });
  const { writableFinished } = Object(answer.request) as { readonly writableFinished?: boolean };
  if (writableFinished && kept.length < MOST_KEPT) kept.push(memory);
};
