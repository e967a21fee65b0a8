import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createLua } from '../../packages/lua-bridge/dist/index.js';

/* What a test checks too: programs that each make a global `t` of about `N` values. */
const programs = JSON.parse(
  readFileSync(new URL('../../packages/lua-bridge/test/programs/holdings.json', import.meta.url), 'utf8'),
);

const N = 100_000;

const count = "collectgarbage() collectgarbage() local %s = collectgarbage('count')";
const measured = (code) => `t = {} ${count.replace('%s', 'before')} ${code} ${count.replace('%s', 'after')}`;

const inBridge = async (code) => {
  const lua = createLua({ limits: { memoryBytes: 2 ** 31, instructions: Infinity, timeMs: Infinity } });
  const result = await lua.run(`N = ${N} ${measured(code)} return after - before`);
  if (!result.ok) throw result.error;
  return result.values[0];
};

const inLua = (code) => {
  try {
    return Number(
      execFileSync('lua5.3', ['-e', `N = ${N} ${measured(code)} print(after - before)`], { encoding: 'utf8' }),
    );
  } catch {
    return undefined;
  }
};

/** KiB that the same values count for here and in lua5.3, and how many times as much that is; rows of a table. */
export const compareHoldings = async () => {
  const rows = [];
  for (const [name, code] of Object.entries(programs)) {
    const [ours, theirs] = [await inBridge(code), inLua(code)];
    const ratio = theirs === undefined ? '–' : (ours / theirs).toFixed(2);
    rows.push([name, String(Math.round(ours)), theirs === undefined ? '–' : String(Math.round(theirs)), ratio]);
  }
  return rows;
};
