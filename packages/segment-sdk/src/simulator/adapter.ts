import {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';

import type { SimulatorResponse } from '../operations/simulated-route.js';
import type { Ending, SimulatorRequest } from './types.js';

const bodyOf = (data: unknown): string | Uint8Array | undefined => {
  if (typeof data === 'string') return data;
  // By its tag, because a test runner's realm has an ArrayBuffer of its own.
  return Object.prototype.toString.call(data) === '[object ArrayBuffer]'
    ? new Uint8Array(data as ArrayBuffer)
    : undefined;
};

const requestOf = (config: InternalAxiosRequestConfig): SimulatorRequest => {
  const { pathname, search } = new URL(config.url ?? '/', config.baseURL ?? 'http://simulator');
  const headers = Object.entries(config.headers.toJSON()).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    String(value),
  ]);
  return {
    method: (config.method ?? 'get').toUpperCase(),
    path: pathname + search,
    headers: Object.fromEntries(headers),
    body: bodyOf(config.data),
  };
};

const responseOf = (
  { status, headers, body }: SimulatorResponse,
  config: InternalAxiosRequestConfig,
): AxiosResponse<string> => ({
  status,
  statusText: '',
  headers: new AxiosHeaders({ ...headers }),
  data: body,
  config,
});

const accepted = ({ validateStatus }: InternalAxiosRequestConfig, status: number): boolean =>
  validateStatus == null || validateStatus(status);

const untilAborted = (config: InternalAxiosRequestConfig): Promise<never> =>
  new Promise((_, reject) => {
    const abort = (): void => {
      reject(new AxiosError('canceled', AxiosError.ERR_CANCELED, config));
    };
    if (config.signal?.aborted) abort();
    config.signal?.addEventListener?.('abort', abort);
  });

/** An axios adapter that hands requests to the simulator instead of a network. */
export const createAdapter =
  (handle: (request: SimulatorRequest) => Promise<Ending>): AxiosAdapter =>
  async (config) => {
    const ending = await handle(requestOf(config));
    if (ending === 'hanging') return untilAborted(config);
    if (ending === 'dropped') throw new AxiosError('socket hang up', 'ECONNRESET', config);
    const response = responseOf(ending, config);
    if (accepted(config, response.status)) return response;
    throw new AxiosError(
      `Request failed with status code ${response.status}`,
      AxiosError.ERR_BAD_RESPONSE,
      config,
      undefined,
      response,
    );
  };
