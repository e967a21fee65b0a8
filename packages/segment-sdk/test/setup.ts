import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import axios from 'axios';

import { createSegment, isSegmentError, type SegmentError, type SegmentOptions } from '../src/index.js';
import { createSimulator, type Simulator, SIMULATOR_API_TOKEN, type SimulatorOptions } from '../src/simulator.js';

/** A client on a simulator of its own, without a network. */
export const simulated = (options: SegmentOptions = {}, simulatorOptions: SimulatorOptions = {}) => {
  const simulator = createSimulator(simulatorOptions);
  return { simulator, segment: clientOf(simulator, options) };
};

/** One more client on a simulator. */
export const clientOf = (simulator: Simulator, options: SegmentOptions = {}) =>
  createSegment({
    writeKey: 'key',
    apiToken: SIMULATOR_API_TOKEN,
    flushIntervalMs: 20,
    axios: axios.create({ adapter: simulator.adapter }),
    ...options,
  });

/** The event `n` of a user. */
export const event = (n: number, userId = 'user-42') => ({ event: `Event ${n}`, userId, properties: { n } });

/** What a promise rejects with; it must be one of our errors. */
export const errorOf = async (promise: Promise<unknown>): Promise<SegmentError> => {
  try {
    await promise;
  } catch (error) {
    if (isSegmentError(error)) return error;
    throw error;
  }
  throw new Error('it did not reject');
};

/** What a function throws; it must be one of our errors. */
export const thrownBy = (act: () => unknown): SegmentError => {
  try {
    act();
  } catch (error) {
    if (isSegmentError(error)) return error;
    throw error;
  }
  throw new Error('it did not throw');
};

/**
 * Resolves when a condition holds; looks again after every turn of the event loop, and gives up when no test would
 * still wait.
 */
export const until = async (condition: () => boolean): Promise<void> => {
  const hopeless = performance.now() + 60_000;
  while (!condition()) {
    if (performance.now() > hopeless) throw new Error(`still not so after a minute: ${String(condition)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
};

/** An HTTP server of the test's own on loopback, for what no Segment would do. */
export const server = async (answer: (request: IncomingMessage, response: ServerResponse) => void) => {
  const listening = createServer((request, response) => {
    request.resume().on('end', () => {
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        listening.close(() => {
          resolve();
        });
        listening.closeAllConnections();
      }),
  };
};
