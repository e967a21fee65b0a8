/* fengari ships no types; these are of the parts in use. */
declare module 'fengari/src/lparser.js' {
  const parser: {
    Dyndata: new () => object;
    luaY_parser(L: object, input: object, buffer: object, data: object, name: Uint8Array, first: number): unknown;
  };
  export default parser;
}

declare module 'fengari/src/lzio.js' {
  /** A source text being read. */
  export interface Input {
    zgetc(): number;
    /** Bytes of the last piece that are not read yet; -1 when its end has been read too. */
    readonly n: number;
  }
  const input: {
    MBuffer: new () => object;
    ZIO: new (L: object, reader: () => Uint8Array | null, data: null) => Input;
  };
  export default input;
}
