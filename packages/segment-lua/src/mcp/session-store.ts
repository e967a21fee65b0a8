/** How a client of an older revision of the protocol has introduced itself. */
export interface KeptSession {
  /** The name of the token that it came with. */
  readonly token: string;
  /** Its `initialize` message. */
  readonly introduction: unknown;
}

/** Remembers sessions beyond the process in which they began, so that any other can go on with them. */
export interface SessionStore {
  readonly keep: (id: string, session: KeptSession) => Promise<void>;
  readonly find: (id: string) => Promise<KeptSession | undefined>;
  readonly forget: (id: string) => Promise<void>;
}
