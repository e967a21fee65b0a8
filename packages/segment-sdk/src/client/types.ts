import type { managementOperations } from '../operations/management-operations.js';
import type { Receipt, trackingOptions } from '../operations/tracking.js';
import type { trackingOperations } from '../operations/tracking-operations.js';
import type { Infer } from '../schema/schema.js';

/** How a single call may be steered. */
export interface CallOptions {
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
}

/** A tracking plan: an interface or type of the properties of each event, by the event's name. */
export type TrackingPlan = object;

/** The plan of a client without one: any event with any properties. */
export type AnyPlan = Readonly<Record<string, object>>;

type Tracking = (typeof trackingOperations)[number];
type Table = Tracking | (typeof managementOperations)[number];

/** The name of an operation in the table, e.g. `get_workspace`. */
export type OperationName = Table['name'];

/** The name of an operation that sends an event. */
export type TrackingName = Tracking['name'];

type Named<Name extends OperationName> = Extract<Table, { readonly name: Name }>;

/** `userId` may be left out where `anonymousId` stands in for it. */
type Identified<Fields> =
  | Fields
  | (Omit<Fields, 'userId' | 'anonymousId'> & { readonly userId?: string | undefined; readonly anonymousId: string });

type Fields<Name extends OperationName> = Infer<Named<Name>['input']>;

type Tracked<Name extends OperationName, Own> = Named<Name>['input']['properties'] extends never
  ? never
  : Name extends 'alias'
    ? Own & Infer<typeof trackingOptions>
    : Identified<Own & Infer<typeof trackingOptions>>;

/** The input of an operation. */
export type Input<Name extends OperationName> = Name extends TrackingName ? Tracked<Name, Fields<Name>> : Fields<Name>;

/** The output of an operation. */
export type Output<Name extends OperationName> = Infer<Named<Name>['output']>;

type Properties<P> = Partial<P> extends P ? { readonly properties?: P | undefined } : { readonly properties: P };

/** The input of `track` for one event of a plan. */
export type TrackInput<Plan extends TrackingPlan, Event extends keyof Plan & string> = Tracked<
  'track',
  Omit<Fields<'track'>, 'event' | 'properties'> & { readonly event: Event } & Properties<Plan[Event]>
>;

/** An event for `batch`: a call's input and its type. */
export type BatchEvent<Plan extends TrackingPlan = AnyPlan> =
  | { [Event in keyof Plan & string]: TrackInput<Plan, Event> & { readonly type: 'track' } }[keyof Plan & string]
  | { [Name in Exclude<TrackingName, 'track'>]: Input<Name> & { readonly type: Name } }[Exclude<TrackingName, 'track'>];

/** The method that sends one kind of event. */
export type TrackingMethod<Name extends Exclude<TrackingName, 'track'>> = (input: Input<Name>) => Promise<Receipt>;

/** The method that sends an event of the plan. */
export type TrackMethod<Plan extends TrackingPlan> = <Event extends keyof Plan & string>(
  input: TrackInput<Plan, Event>,
) => Promise<Receipt>;

type Parameters<Name extends OperationName> =
  Partial<Fields<Name>> extends Fields<Name>
    ? [input?: Fields<Name>, options?: CallOptions]
    : [input: Fields<Name>, options?: CallOptions];

/** The method of an operation of the Public API. */
export type ManagementMethod<Name extends OperationName> = (...parameters: Parameters<Name>) => Promise<Output<Name>>;

type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;

/** The method of a list operation; `each` hands out its items as their pages arrive. */
export type ListMethod<Name extends OperationName> = ManagementMethod<Name> & {
  readonly each: (...parameters: Parameters<Name>) => AsyncIterableIterator<ItemOf<Output<Name>[keyof Output<Name>]>>;
};

/** The method of an operation, whatever its kind. @public The generated methods name it. */
export type Method<Name extends OperationName, Plan extends TrackingPlan = AnyPlan> = Name extends 'track'
  ? TrackMethod<Plan>
  : Name extends Exclude<TrackingName, 'track'>
    ? TrackingMethod<Name>
    : Named<Name> extends { readonly list: string }
      ? ListMethod<Name>
      : ManagementMethod<Name>;
