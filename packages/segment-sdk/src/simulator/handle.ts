import type { SimulatorResponse } from '../operations/simulated-route.js';
import { defineKeeper } from './credential.js';
import { decodeBody, UnreadableBody } from './decode-body.js';
import type { FaultScript } from './faults.js';
import type { Inbox } from './inbox.js';
import type { Ending, Fault, SimulatorRequest } from './types.js';

/** A simulated Segment, asked for one answer. */
export interface Answering {
  /** Answers a request whose body has been decoded; what it accepts, it accepts before it returns. */
  readonly answer: (request: SimulatorRequest, body: string) => SimulatorResponse | Promise<SimulatorResponse>;
  /** Answers a request that cannot be read. */
  readonly refuse: (request: SimulatorRequest, reason: string, status: number) => SimulatorResponse;
}

/** Makes what sees a request through: the fault it meets, the answer, and the note of both in the inbox. */
export const createHandle =
  (faults: FaultScript, answering: Answering, inbox: Inbox): ((request: SimulatorRequest) => Promise<Ending>) =>
  async (request) => {
    const fault = faults.next(request);
    if (fault?.latencyMs) await sleep(fault.latencyMs);
    const body = await decodeBody(request).catch((error: unknown) => error as UnreadableBody);
    const early = fault && endEarly(fault);
    const answered = early ?? respond(answering, request, body);
    // Nothing may come between the events of a request and the note of it.
    const ending = answered instanceof Promise ? await answered : answered;
    const end = fault?.drop === 'after' ? 'dropped' : ending;
    const { method, path, headers } = request;
    inbox.record({
      method,
      path,
      headers: hideCredential(headers),
      body: typeof body === 'string' ? body : '',
      ...(typeof end === 'object' && { status: end.status }),
    });
    return end;
  };

const respond = (
  { answer, refuse }: Answering,
  request: SimulatorRequest,
  body: string | UnreadableBody,
): SimulatorResponse | Promise<SimulatorResponse> => {
  if (body instanceof UnreadableBody) return refuse(request, body.message, body.status);
  if (!isWellEscaped(request.path)) return refuse(request, 'The path is not well escaped', 400);
  try {
    return answer(request, body);
  } catch (error) {
    // A body may be nested deeper than it can be walked through.
    return refuse(request, `The request cannot be read: ${(error as Error).message}`, 400);
  }
};

const isWellEscaped = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const endEarly = ({ status, headers = {}, body = '', drop, hang }: Fault): Ending | undefined => {
  if (hang) return 'hanging';
  if (drop === 'before') return 'dropped';
  return status === undefined ? undefined : { status, headers, body };
};

const keepAuthorization = defineKeeper('authorization');

const hideCredential = ({ authorization, ...headers }: SimulatorRequest['headers']): SimulatorRequest['headers'] =>
  authorization === undefined ? headers : keepAuthorization(headers, authorization);
