// One measurement: node child.mjs import MODULE, or node child.mjs CLIENT URL COUNT → JSON on standard output.
import { clients } from './clients.mjs';

const SOURCES = 10_000;
const ROUNDS = 5;

const [name, where, count] = process.argv.slice(2);

const measure = async (act) => {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await act();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1_000 };
};

if (name === 'import') console.log(JSON.stringify(await measure(() => import(where))));
else {
  const readAll = await clients[name](where);
  // The first round is for the compiler.
  if ((await readAll(Number(count))) !== SOURCES) throw new Error('not all sources were read');
  const calls = ROUNDS * Math.ceil(SOURCES / Number(count));
  const { wall, cpu } = await measure(async () => {
    for (let round = 0; round < ROUNDS; round += 1) await readAll(Number(count));
  });
  console.log(JSON.stringify({ perSecond: (calls / wall) * 1_000, cpuMs: cpu / calls }));
}
process.exit();
