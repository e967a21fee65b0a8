import axios, { type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';

/** When a server may be asked again, on the monotonic clock, by what it told to wait. */
const holds = new Map<string, number>();

let sender: AxiosInstance | undefined;

/**
 * Makes requests for all runs of this process as if they were one client: while the wait lasts that Segment has named
 * to one of them (`Retry-After` in seconds, RFC 9110, 10.2.3), the others are not sent, but answered with what is left
 * of it. It is made when first asked for: where there is a simulator, axios need not be there.
 */
export const sendsTogether = (): AxiosInstance => (sender ??= createSender());

const createSender = (): AxiosInstance => {
  const instance = axios.create();
  instance.interceptors.request.use((config) => {
    const leftMs = (holds.get(nameOf(config)) ?? 0) - performance.now();
    return leftMs > 0 ? { ...config, adapter: () => Promise.resolve(answerHeld(config, leftMs)) } : config;
  });
  instance.interceptors.response.use((response) => {
    const { status, headers, config } = response;
    const seconds = Number(headers['retry-after']);
    const name = nameOf(config);
    if ((status === 429 || status === 503) && seconds > 0 && !(LOCAL in headers))
      holds.set(name, Math.max(holds.get(name) ?? 0, performance.now() + seconds * 1000));
    else if (status < 300) holds.delete(name);
    return response;
  });
  return instance;
};

/** Marks an answer that no server gave. */
const LOCAL = 'x-held-here';

/** A source has one limit for all its events; the Public API has one for each kind of its operations. */
const nameOf = ({ url = '', method, headers }: InternalAxiosRequestConfig): string => {
  const { origin, pathname } = new URL(url);
  return [String(headers.get('Authorization')), origin, method, pathname.split('/', 2)[1]].join(' ');
};

const answerHeld = (config: InternalAxiosRequestConfig, leftMs: number) => ({
  status: 429,
  statusText: 'Too Many Requests',
  headers: { 'retry-after': String(Math.ceil(leftMs / 1000)), 'content-type': 'application/json', [LOCAL]: '1' },
  data: '{"message":"another run of this process was told to wait"}',
  config,
});
