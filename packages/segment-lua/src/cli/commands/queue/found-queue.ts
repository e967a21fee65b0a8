/** What waits for one source, wherever that is. */
export interface FoundQueue {
  /** Whom the events are for, as the folder is named; empty where whoever sends them says it. */
  readonly target: string;
  /** The account that the source is of, if it is one that is known here. */
  readonly account: string | undefined;
  /** Names the source: 16 hexadecimal digits of its write key's SHA-256. */
  readonly source: string;
  /** Events that wait. */
  readonly events: number;
  /** Bytes of their JSON. */
  readonly bytes: number;
  /** When the oldest of them was put; undefined when there is none. */
  readonly oldest: Date | undefined;
  /** Events that Segment refused for good. */
  readonly dead: number;
  /** Reads the events that go next, as JSON. */
  readonly readNext: (limit: number) => Promise<readonly string[]>;
  /** Reads the dead events, as JSON with their reasons. */
  readonly readDead: () => Promise<readonly string[]>;
  /** Puts dead events back; resolves with how many. */
  readonly replay: () => Promise<number>;
}
