/* fengari ships no types; these are of the parts in use. */
declare module 'fengari/src/lparser.js' {
  const parser: {
    Dyndata: new () => object;
    luaY_parser(L: object, input: object, buffer: object, data: object, name: Uint8Array, first: number): unknown;
  };
  export default parser;
}

declare module 'fengari/src/lzio.js' {
  const input: {
    MBuffer: new () => object;
    ZIO: new (L: object, reader: () => Uint8Array | null, data: null) => { zgetc(): number };
  };
  export default input;
}
