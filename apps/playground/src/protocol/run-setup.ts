/** Where Segment keeps a workspace. */
export type Region = 'us' | 'eu';

/** An account as the worker may know it: a live one's key stays with the page. */
export interface WorkerAccount {
  readonly name: string;
  /** True: requests are handed to the page, which holds the key. */
  readonly live: boolean;
  /** Where a live account's workspace is. */
  readonly region?: Region;
}

/** What a run may use up, in the units of the sandbox and the client. */
export interface RunLimits {
  readonly hostCalls: number;
  readonly timeMs: number;
  readonly instructions: number;
  readonly memoryBytes: number;
  readonly outputBytes: number;
  /** Attempts of a request that are repeated after it failed; a wait that Segment asks for is no failure. */
  readonly maxRetries: number;
}

/** The tracking plan of the simulated sources. */
export interface TrackingPlan {
  /** As the reader gave it: JSON in any form that the SDK reads. */
  readonly text: string;
  /** What becomes of events that break it; see `Enforcement` of the simulator. */
  readonly enforce: 'allow' | 'omit' | 'block';
}

/** Everything a run starts from. */
export interface RunSetup {
  readonly code: string;
  readonly limits: RunLimits;
  readonly accounts: readonly WorkerAccount[];
  readonly workspace: SimulatedWorkspace;
  readonly faults: readonly Fault[];
  readonly plan?: TrackingPlan;
}

/** What can go wrong between a script and Segment. */
export type FaultKind = 'rate-limit' | 'server-error' | 'timeout' | 'drop-before' | 'drop-after' | 'latency';

/** One thing that will go wrong during the next run. */
export interface Fault {
  readonly id: number;
  readonly kind: FaultKind;
  /** How many requests it hits, counted from the start of a run. */
  readonly times: number;
  /** Seconds, where the kind has a duration: Retry-After of a rate limit, a latency. */
  readonly seconds: number;
}

/** A source of the simulated workspace. */
export interface SimulatedSource {
  readonly id: string;
  readonly name: string;
  readonly writeKey: string;
}

/** A user of the simulated workspace. */
export interface SimulatedUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** What the simulated Public API answers from. */
export interface SimulatedWorkspace {
  readonly slug: string;
  readonly name: string;
  readonly sources: readonly SimulatedSource[];
  readonly users: readonly SimulatedUser[];
}
