/* fengari ships no types; `internals.ts` gives each module the type of the part that is used. */
declare module 'fengari/src/*.js' {
  const internals: unknown;
  export default internals;
}
