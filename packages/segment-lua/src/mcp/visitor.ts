/** Who asks a server for something. */
export interface Visitor {
  /** The name of the token that was presented. */
  readonly token: string;
  /** What tells the clients of one token apart; empty where nothing does. */
  readonly client: string;
}
