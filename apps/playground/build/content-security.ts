import type { Plugin } from 'vite';

/** Where a real write key may be sent, and only after the reader opted in. */
const TRACKING_HOSTS = ['https://api.segment.io', 'https://events.eu1.segmentapis.com'];

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  `connect-src 'self' ${TRACKING_HOSTS.join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the content security policy into the built page: no inline script, no inline style, no other host. */
export const contentSecurity = (): Plugin => ({
  name: 'content-security',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
});
