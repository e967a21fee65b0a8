import axios, { type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';

import { createHolds, type HoldStore } from './hold-store.js';

/** Those of this process. */
const own = createHolds();

const senders = new WeakMap<HoldStore, AxiosInstance>();

/**
 * Makes requests for all runs that share some waits as if they were one client: while the wait lasts that Segment has
 * named to one of them (`Retry-After` in seconds, RFC 9110, 10.2.3), the others are not sent, but answered with what is
 * left of it. It is made when first asked for: where there is a simulator, axios need not be there.
 *
 * @param holds Default: those of this process.
 */
export const sendsTogether = (holds: HoldStore = own): AxiosInstance => {
  const known = senders.get(holds);
  if (known) return known;
  const sender = createSender(holds);
  senders.set(holds, sender);
  return sender;
};

const createSender = (holds: HoldStore): AxiosInstance => {
  const instance = axios.create();
  instance.interceptors.request.use(async (config) => {
    const leftMs = await holds.left(nameOf(config));
    return leftMs > 0 ? { ...config, adapter: () => Promise.resolve(answerHeld(config, leftMs)) } : config;
  });
  instance.interceptors.response.use(async (response) => {
    const { status, headers, config } = response;
    const seconds = Number(headers['retry-after']);
    if ((status === 429 || status === 503) && seconds > 0 && !(LOCAL in headers))
      await holds.hold(nameOf(config), seconds * 1000);
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
  data: '{"message":"another run was told to wait"}',
  config,
});
