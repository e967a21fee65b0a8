import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/* Runs the random programs of `differential.test.ts`: 50,000, or as many as the first argument says, from a seed. */
const [, , programs = '50000', seed = '1'] = process.argv;
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    fileURLToPath(new URL('../../../../node_modules/jest/bin/jest.js', import.meta.url)),
    'test/differential.test.ts',
  ],
  {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, PROGRAMS: programs, SEED: seed },
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
