// Measures the client of the Public API against Segment's own, and prints a table with the goals.
// node run.mjs [repetitions, default 7]
import { execFileSync, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { describeMachine, median, table, writeResults } from '../measure.mjs';
import { measureInstall } from './install-size.mjs';

const { build } = createRequire(new URL('../../package.json', import.meta.url))('esbuild');
const here = fileURLToPath(new URL('.', import.meta.url));
const [repetitions = 7] = process.argv.slice(2).map(Number);

const OURS = new URL('../../packages/segment-sdk/dist/public-api.js', import.meta.url).href;
const THEIRS = '@segment/public-api-sdk-typescript';
const AXIOS = 'axios';

const rows = [];
const row = (what, measured, goal, holds) => rows.push([what, measured, goal, holds ? 'yes' : 'NO']);
const isTimes = (ours, theirs, times) => theirs >= times * ours;

const child = (...args) =>
  JSON.parse(execFileSync(process.execPath, ['child.mjs', ...args.map(String)], { cwd: here }).toString());

/** Every one in turn, again and again, so that a busy moment of the machine meets them all. */
const alternate = (subjects, measure) => {
  const runs = new Map(subjects.map((name) => [name, []]));
  for (let i = 0; i < repetitions; i += 1)
    for (const name of subjects) {
      runs.get(name).push(measure(name));
      process.stderr.write('.');
    }
  return (name, key) => median(runs.get(name).map((one) => one[key]));
};

const imported = alternate([AXIOS, OURS, THEIRS], (module) => child('import', module));
const [axiosMs, oursMs, theirsMs] = [AXIOS, OURS, THEIRS].map((name) => imported(name, 'cpu'));
row(
  'import, CPU ms',
  `${oursMs.toFixed(0)} : ${theirsMs.toFixed(0)} (axios alone ${axiosMs.toFixed(0)})`,
  '≤ 20 over axios',
  oursMs - axiosMs <= 20,
);

const server = fork(new URL('server.mjs', import.meta.url));
const url = `http://127.0.0.1:${await new Promise((resolve) => server.once('message', resolve))}`;
for (const count of [200, 1_000]) {
  const of = alternate(['moonwire', 'segment', 'bare'], (name) => child(name, url, count));
  const cpu = ['moonwire', 'segment', 'bare'].map((name) => of(name, 'cpuMs'));
  const each = `list_sources over 10,000, ${count} a page`;
  row(
    `${each}: CPU ms a call`,
    `${cpu[0].toFixed(2)} : ${cpu[1].toFixed(2)} = ${(cpu[0] / cpu[1]).toFixed(2)} (bare axios ${cpu[2].toFixed(2)})`,
    '≤ 0.5 ×',
    cpu[0] <= 0.5 * cpu[1],
  );
  row(
    `${each}: calls/s`,
    `${of('moonwire', 'perSecond').toFixed(0)} : ${of('segment', 'perSecond').toFixed(0)}`,
    '–',
    true,
  );
}
server.disconnect();

const bundle = async (contents, external = []) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    external: ['jose', ...external],
    write: false,
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1_024;
};
const ourCode = `import { createPublicApi } from ${JSON.stringify(fileURLToPath(OURS))}; console.log(createPublicApi);`;
const [own, whole, theirs] = await Promise.all([
  bundle(ourCode, [AXIOS]),
  bundle(ourCode),
  bundle(`import { SourcesApi } from '${THEIRS}'; console.log(SourcesApi);`),
]);
const kib = (size) => size.toFixed(1);
row(
  'bundle for Node, KiB gz, without axios',
  `${kib(own)} : ${kib(theirs)}`,
  '≥ 10 × smaller',
  isTimes(own, theirs, 10),
);
row('the same with axios', `${kib(whole)} : ${kib(theirs)}`, '≥ 10 × smaller', isTimes(whole, theirs, 10));

const [ourInstall, theirInstall, axiosInstall] = [
  fileURLToPath(new URL('../../packages/segment-sdk', import.meta.url)),
  `${THEIRS}@47.0.0-b8398`,
  'axios@1.21.1',
].map(measureInstall);
const mib = ({ bytes }) => (bytes / 1_048_576).toFixed(1);
row(
  'installed, packages',
  `${ourInstall.packages} : ${theirInstall.packages} (axios alone ${axiosInstall.packages})`,
  '≥ 10 × fewer',
  isTimes(ourInstall.packages, theirInstall.packages, 10),
);
row(
  'installed, MiB',
  `${mib(ourInstall)} : ${mib(theirInstall)} (axios alone ${mib(axiosInstall)})`,
  '≥ 10 × smaller',
  isTimes(ourInstall.bytes, theirInstall.bytes, 10),
);

writeResults(
  import.meta.url,
  `${describeMachine()}; medians of ${repetitions} alternating repetitions; ours : ${THEIRS} 47.0.0.`,
  table(['', 'measured', 'goal', 'holds'], rows),
);
process.exit(rows.some(([, , , holds]) => holds === 'NO') ? 1 : 0);
