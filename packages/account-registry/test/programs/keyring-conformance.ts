// Runs the suite of all stores on the session's keyring and prints one line of JSON for each case.
import { keyringStore } from '../../src/node.js';
import { encryptionCases, type Place, plant, readingCases, writingCases } from '../conformance.js';

let places = 0;

function createPlace(): Place {
  places += 1;
  const app = `moonwire-test-${process.pid}-${places}`;
  return { open: () => keyringStore({ app }) };
}

async function report(name: string, run: () => Promise<void>): Promise<void> {
  const failure = await run().then(
    () => undefined,
    (error: unknown) => String(error),
  );
  console.log(JSON.stringify({ name, failure }));
}

for (const { name, run } of [...writingCases, ...encryptionCases]) await report(name, () => run(createPlace()));
for (const { name, run } of readingCases) {
  await report(name, async () => {
    const place = createPlace();
    await plant(place);
    await run(place);
  });
}
