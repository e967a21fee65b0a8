import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';

import type { OwnTransport, TransportAnswer } from './transport.js';

const keep = (body: unknown): unknown => body;

/**
 * What is asked of axios, whatever the instance says otherwise: no redirects (the fetch adapter of older ones knows
 * only its own option), no judging of the status, no credentials but ours.
 */
const PLAIN = {
  timeout: 0,
  maxRedirects: 0,
  fetchOptions: { redirect: 'manual' },
  maxBodyLength: Infinity,
  responseType: 'text',
  auth: null as never,
  transformRequest: keep as never,
  validateStatus: () => true,
} as const;

/** Makes a request with an instance. */
type SendWith = (instance: AxiosInstance, config: AxiosRequestConfig) => Promise<unknown>;

/**
 * The transport a client has unless it is given another; the one place that knows axios. What counts is the answer as
 * it came in: an interceptor of an instance that was given may return something else, or reject with it.
 * @param send Makes a request with the instance; unless it is given, only bodies that axios knows can be sent.
 */
export const createAxiosTransport =
  (instance: AxiosInstance = axios.create(), send: SendWith = sendPlain): OwnTransport =>
  async (request) => {
    let heard: TransportAnswer | undefined;
    let isWhole = false;
    const transformResponse = (data: unknown, headers: TransportAnswer['headers'], status: number): unknown => {
      isWhole = data !== undefined;
      heard = { status, headers, body: typeof data === 'string' ? data : JSON.stringify(data ?? {}) };
      return data;
    };
    await send(instance, {
      ...PLAIN,
      ...request,
      data: request.body,
      transformResponse: transformResponse as never,
    }).catch((error: unknown) => {
      // Of an answer that broke off axios shows the status, without a body: it is none.
      if (!isWhole) throw error;
    });
    if (heard === undefined) throw new Error('no answer');
    return heard;
  };

const sendPlain: SendWith = (instance, config) => instance.request(config);
