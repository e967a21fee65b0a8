import axios, { type AxiosInstance } from 'axios';

import type { Transport, TransportAnswer } from './transport.js';

const keep = (body: unknown): unknown => body;

/** What is asked of axios: no redirects, no judging of the status, no reading of the answer. */
const PLAIN = {
  timeout: 0,
  maxRedirects: 0,
  maxBodyLength: Infinity,
  responseType: 'text',
  transformRequest: keep as never,
  transformResponse: keep as never,
  validateStatus: () => true,
} as const;

/** The transport a client has unless it is given another; the one place that knows axios. */
export const createAxiosTransport =
  (instance: AxiosInstance = axios.create()): Transport =>
  async (request) => {
    const { status, headers, data } = await instance.request<unknown>({ ...PLAIN, ...request, data: request.body });
    return {
      status,
      headers: headers as TransportAnswer['headers'],
      // An interceptor of an instance that was given may have parsed it.
      body: typeof data === 'string' ? data : JSON.stringify(data ?? {}),
    };
  };
