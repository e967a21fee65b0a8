import type { SimulatorResponse } from '../operations/simulated-route.js';
import { withCredential } from './credential.js';
import type { FaultScript } from './faults.js';
import type { Inbox } from './inbox.js';
import type { Ending, Fault, SimulatorRequest } from './types.js';

/** The answer of a simulated API to a request whose body has been decoded. */
export type Answer = (request: SimulatorRequest, body: string) => SimulatorResponse;

/** Makes what sees a request through: the fault it meets, the answer, and the note of both in the inbox. */
export const createHandle =
  (faults: FaultScript, answer: Answer, inbox: Inbox): ((request: SimulatorRequest) => Promise<Ending>) =>
  async (request) => {
    const fault = faults.next(request);
    if (fault?.latencyMs) await sleep(fault.latencyMs);
    const body = await decode(request);
    const ending = (fault && endEarly(fault)) ?? answer(request, body);
    const end = fault?.drop === 'after' ? 'dropped' : ending;
    const { method, path, headers } = request;
    inbox.record({
      method,
      path,
      headers: hideCredential(headers),
      body,
      ...(typeof end === 'object' && { status: end.status }),
    });
    return end;
  };

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const decode = async ({ headers, body = '' }: SimulatorRequest): Promise<string> => {
  if (headers['content-encoding'] !== 'gzip') return typeof body === 'string' ? body : new TextDecoder().decode(body);
  const plain = new Blob([body as string | Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain).text();
};

const endEarly = ({ status, headers = {}, body = '', drop, hang }: Fault): Ending | undefined => {
  if (hang) return 'hanging';
  if (drop === 'before') return 'dropped';
  return status === undefined ? undefined : { status, headers, body };
};

const hideCredential = ({ authorization, ...headers }: SimulatorRequest['headers']): SimulatorRequest['headers'] =>
  authorization === undefined ? headers : withCredential(headers, 'authorization', authorization);
