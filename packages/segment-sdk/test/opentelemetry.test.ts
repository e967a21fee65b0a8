import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';

import { createSegment } from '../src/index.js';
import { openTelemetry } from '../src/opentelemetry.js';
import { SIMULATOR_API_TOKEN } from '../src/simulator.js';
import { type SimulatorServer, startSimulatorServer } from '../src/simulator-server.js';

const WRITE_KEY = 'the-secret-write-key';
const spans = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
const measured = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({ exporter: measured, exportIntervalMillis: 3_600_000 });
const meters = new MeterProvider({ readers: [reader] });

let server: SimulatorServer;
beforeEach(async () => {
  server = await startSimulatorServer();
  spans.reset();
  // What the test before measured is behind us then.
  await reader.forceFlush();
  measured.reset();
});
afterEach(() => server.close());

const open = () =>
  createSegment({
    writeKey: WRITE_KEY,
    apiToken: SIMULATOR_API_TOKEN,
    trackingUrl: server.url,
    publicApiUrl: server.url,
    plugins: [openTelemetry({ tracer: provider.getTracer('test'), meter: meters.getMeter('test') })],
    onError: () => undefined,
  });

/** What was measured since the last time: the points of each instrument, as attributes and value. */
const collect = async () => {
  await reader.forceFlush();
  const all = measured.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics));
  return new Map(all.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints]));
};

test('each answer is a client span, as long as the request took', async () => {
  const segment = open();
  await segment.track({ event: 'Order Completed', userId: 'user-42' });
  await segment.getWorkspace({ slug: 'my-workspace' });
  await segment.close();
  const [batch, workspace] = spans.getFinishedSpans();
  expect(batch).toMatchObject({ name: 'POST batch', kind: SpanKind.CLIENT, status: { code: SpanStatusCode.UNSET } });
  expect(batch?.attributes).toEqual({
    'http.request.method': 'POST',
    'http.response.status_code': 200,
    'server.address': '127.0.0.1',
    'server.port': Number(new URL(server.url).port),
    'segment.operation': 'batch',
    'url.full': expect.stringContaining('/v1/b'),
  });
  expect(Number(batch?.duration[1])).toBeGreaterThan(0);
  expect(workspace?.name).toBe('GET get_workspace');
});

test('retries and refusals are seen as such', async () => {
  server.simulator.inject({ status: 503 });
  server.simulator.inject({ status: 400 });
  const segment = open();
  await segment.track({ event: 'E', userId: 'u' }).catch(() => undefined);
  await segment.close();
  const [first, second] = spans.getFinishedSpans();
  expect(first).toMatchObject({ status: { code: SpanStatusCode.ERROR }, attributes: { 'error.type': '503' } });
  expect(second).toMatchObject({ attributes: { 'http.request.resend_count': 1, 'error.type': '400' } });
  const points = await collect();
  expect(points.get('segment.client.events.failed')).toMatchObject([{ value: 1 }]);
  const attempts = points.get('segment.client.attempts')?.map(({ attributes, value }) => [attributes, value]);
  expect(attempts).toEqual([
    [{ 'segment.operation': 'batch', 'segment.retry': false }, 1],
    [{ 'segment.operation': 'batch', 'segment.retry': true }, 1],
  ]);
  expect(points.get('http.client.request.duration')).toMatchObject([
    { attributes: { 'http.response.status_code': 503 }, value: { count: 1 } },
    { attributes: { 'http.response.status_code': 400 }, value: { count: 1 } },
  ]);
});

test('neither events nor credentials are in it', async () => {
  const segment = open();
  await segment.track({ event: 'Private Matter', userId: 'somebody' });
  await segment.close();
  const said = JSON.stringify([
    spans.getFinishedSpans().map(({ name, attributes, events }) => ({ name, attributes, events })),
    [...(await collect())],
  ]);
  for (const secret of [WRITE_KEY, SIMULATOR_API_TOKEN, Buffer.from(`${WRITE_KEY}:`).toString('base64')])
    expect(said).not.toContain(secret);
  for (const data of ['Private Matter', 'somebody']) expect(said).not.toContain(data);
});

test('without providers it does nothing, and costs no error', async () => {
  const segment = createSegment({ writeKey: WRITE_KEY, trackingUrl: server.url, plugins: [openTelemetry()] });
  expect((await segment.track({ event: 'E', userId: 'u' })).status).toBe('delivered');
  await segment.close();
});
