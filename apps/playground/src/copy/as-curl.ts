import type { ReceivedEvent, WireObject } from '../events/received-event.js';
import type { Exchange } from '../protocol/exchange.js';

const quoteForShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Headers that curl sets by itself or that describe the transfer, not the request. */
const TRANSFER: ReadonlySet<string> = new Set([
  'authorization',
  'content-length',
  'content-encoding',
  'accept-encoding',
  'user-agent',
]);

const writeCredential = (url: string): string =>
  url.includes('/v1/') ? '--user "$SEGMENT_WRITE_KEY:"' : '--header "Authorization: Bearer $SEGMENT_API_TOKEN"';

/** A request as a curl command. The credential is left to the environment. */
export const writeCurl = ({ method, url, headers, body }: Exchange): string =>
  [
    `curl --request ${method} ${quoteForShell(url)}`,
    writeCredential(url),
    ...Object.entries(headers)
      .filter(([name]) => !TRANSFER.has(name.toLowerCase()))
      .map(([name, value]) => `--header ${quoteForShell(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data ${quoteForShell(body)}`]),
  ].join(' \\\n  ');

/** The request with one of its events alone, as a curl command. */
export const writeEventCurl = ({ body, exchange }: ReceivedEvent): string => {
  const whole = JSON.parse(exchange.body ?? '{}') as WireObject;
  return writeCurl({ ...exchange, body: JSON.stringify('batch' in whole ? { ...whole, batch: [body] } : body) });
};
