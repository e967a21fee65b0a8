declare module 'analytics-node' {
  type Call = (message: never) => unknown;

  /** As far as the tests use it: the library has no types. */
  export default class Analytics {
    constructor(writeKey: string, options: { readonly host: string; readonly flushAt: number });
    readonly identify: Call;
    readonly track: Call;
    readonly page: Call;
    readonly screen: Call;
    readonly group: Call;
    readonly alias: Call;
    readonly flush: () => Promise<unknown>;
  }
}
