// One fresh process: `load` reads a file for the first time, `write` adds accounts one after the other.
import { subjects, account } from './subjects.mjs';

const [job, name, folder, prefix, count] = process.argv.slice(2);
const subject = subjects[name](folder);

if (job === 'load') {
  const start = performance.now();
  const names = await subject.names();
  const listed = performance.now();
  await subject.key('account_500');
  const first = performance.now();
  await subject.key('account_501');
  console.log(
    JSON.stringify({
      accounts: names.length,
      list: listed - start,
      firstSecret: first - listed,
      nextSecret: performance.now() - first,
    }),
  );
} else {
  const start = performance.now();
  for (let n = 0; n < Number(count); n += 1) await subject.add(`${prefix}_${n}`, account(n));
  console.log(JSON.stringify({ ms: performance.now() - start }));
}
