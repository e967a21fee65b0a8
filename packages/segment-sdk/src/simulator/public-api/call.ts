import { refuse, type SimulatorResponse } from '../../operations/simulated-route.js';
import type { PublicSpec } from '../../public-api/operation.js';
import type { Resource } from './sample.js';
import type { Store } from './store.js';

/** A call of an operation, as the simulator got it. */
export interface Call {
  readonly spec: PublicSpec;
  /** What stands in the path for the `{names}` of the route. */
  readonly ids: Readonly<Record<string, string>>;
  /** The query, with numbers and truth values as such, and the body. */
  readonly input: Resource;
  readonly store: Store;
  /** Path of the collection that the request is about, or that holds what it is about; as the store has it. */
  readonly collection: string;
  /** Id of the thing that the request is about. */
  readonly id: string | undefined;
  readonly workspaceId: string;
}

/** Answers a call with the answer's `data`, or refuses it. */
export type Behaviour = (call: Call) => Resource | SimulatorResponse;

/** Whether a behaviour refused. */
export const isRefusal = (answer: Resource | SimulatorResponse): answer is SimulatorResponse =>
  typeof answer.status === 'number' && typeof answer.body === 'string';

/** There is no such thing. */
export const refuseMissing = (what: string, id: string): SimulatorResponse =>
  refuse(404, 'not-found', `There is no ${what} ${id}`);

/** A field of the input is not what it should be. */
export const refuseInput = (message: string, field: string): SimulatorResponse =>
  refuse(422, 'input-validation', message, {}, { field });

export const SUCCESS: Resource = { status: 'SUCCESS' };
