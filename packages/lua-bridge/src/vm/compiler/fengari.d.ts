/* fengari ships no types; this is of the part in use. */
declare module 'fengari/src/lparser.js' {
  const parser: {
    Dyndata: new () => object;
    luaY_parser(L: object, input: object, buffer: undefined, data: object, name: string, first: number): unknown;
  };
  export default parser;
}
