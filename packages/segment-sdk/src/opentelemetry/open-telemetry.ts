import { type Attributes, type Meter, metrics, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';

import { VERSION } from '../../generated/version.js';
import type { Plugin, RequestReport, ResponseReport } from '../contract/hooks.js';

/** Where spans and measurements go. */
export interface OpenTelemetryOptions {
  /** Default: of the provider that is registered globally, under the name of this package. */
  readonly tracer?: Tracer | undefined;
  /** Default: of the provider that is registered globally, under the name of this package. */
  readonly meter?: Meter | undefined;
}

const NAME = '@moonwire/segment-sdk';

/** Seconds, as the semantic conventions of OpenTelemetry advise for HTTP. */
const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * A plugin by which a client is seen in OpenTelemetry; names are those of its semantic conventions for HTTP clients.
 *
 * - A client span for each answer, `POST batch`, as long as the request took, retries apart. It belongs to what is
 *   active where a call of the Public API was made; events travel in batches, which belong to nothing.
 * - `http.client.request.duration`, a histogram in seconds, by operation and status.
 * - `segment.client.attempts`, a counter of requests, by operation and by whether it was a retry: what is above the
 *   histogram's count has had no answer.
 * - `segment.client.events.failed`, a counter of events that were not delivered, by `error.type`, the error's code.
 *
 * Neither events nor credentials are in any of it.
 * @example
 * const segment = createSegment({ writeKey, plugins: [openTelemetry()] });
 */
export const openTelemetry = (options: OpenTelemetryOptions = {}): Plugin => {
  const tracer = options.tracer ?? trace.getTracer(NAME, VERSION);
  const meter = options.meter ?? metrics.getMeter(NAME, VERSION);
  const duration = meter.createHistogram('http.client.request.duration', {
    description: 'Duration of requests to Segment.',
    unit: 's',
    advice: { explicitBucketBoundaries: BOUNDARIES },
  });
  const attempts = meter.createCounter('segment.client.attempts', { description: 'Requests, answered or not.' });
  const failed = meter.createCounter('segment.client.events.failed', { description: 'Events not delivered.' });
  return {
    name: 'opentelemetry',
    onRequest: (request) => {
      attempts.add(1, { 'segment.operation': request.operation, 'segment.retry': request.attempt > 0 });
    },
    onResponse: (response) => {
      const attributes = describe(response);
      duration.record(response.ms / 1000, attributes);
      record(tracer, response, attributes);
    },
    onError: ({ code }) => {
      failed.add(1, { 'error.type': code });
    },
  };
};

const record = (tracer: Tracer, { method, operation, attempt, status, ms, url }: ResponseReport, facts: Attributes) => {
  const end = Date.now();
  const span = tracer.startSpan(`${method} ${operation}`, {
    kind: SpanKind.CLIENT,
    startTime: end - ms,
    attributes: {
      ...facts,
      'url.full': url,
      ...(attempt > 0 && { 'http.request.resend_count': attempt }),
    },
  });
  if (status >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(end);
};

const describe = ({
  method,
  url,
  operation,
  status,
}: Omit<RequestReport, 'headers'> & { status: number }): Attributes => {
  const { hostname, port, protocol } = new URL(url);
  return {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    'segment.operation': operation,
    'http.response.status_code': status,
    ...(status >= 400 && { 'error.type': String(status) }),
  };
};
