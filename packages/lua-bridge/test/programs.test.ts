import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { createLua } from '../src/index.js';
import { valuesOf } from './sandboxes.js';

const folder = new URL('../../../benchmarks/lua-bridge/', import.meta.url);

/* Programs of the benchmark: what each is given, and what Debian's lua5.3 (5.3.6) returns for it. */
const programs: readonly (readonly [file: string, size: number, result: string])[] = [
  ['programs/bounce', 20, '536 bounces, the last ball at 104,69'],
  ['programs/cd', 10, '113 too close, 3159.434218; 9 in the air'],
  ['programs/deltablue', 30, '100 after 31 steps; 1170, 5, 60175'],
  ['programs/havlak', 1, '2533 blocks, 3816 edges: 761 loops, 2 of them irreducible, nested 5 deep, 12075'],
  [
    'programs/json',
    5,
    '1082 bytes: 15 objects, 11 arrays, 1 true, 455 in strings, sum -147.5; false: ] expected at 12:1',
  ],
  ['programs/list', 9, '6 left after 293 calls'],
  ['programs/mandelbrot', 20, '60 bytes, 193, 164265'],
  ['programs/nbody', 50, '-0.169075163829, -0.169063617979'],
  ['programs/permute', 5, '1237: 0 1 2 3 4'],
  ['programs/queens', 3, '3: 1 7 5 8 2 4 6 3'],
  ['programs/richards', 500, '1136 queued, 454 held'],
  ['programs/sieve', 1000, '168 primes, the last 997'],
  ['programs/storage', 4, '85 arrays (85), 438 slots'],
  ['programs/towers', 7, '127 moves; 0, 7, 0'],
  ['scripts/csv-map', 60, '51 events, 1540.50, 2582 bytes'],
  ['scripts/json-transform', 20, '3411 bytes, 14 orders, 9240'],
  [
    'scripts/log-filter',
    900,
    '/users/:id 101475, /v1/batch 100800, /v1/identify 101025, ERROR 135, INFO 405, WARN 135; 30 addresses, 37 slow, 45 unhealthy, 2026-11-02T07:31:07Z [INFO] 10.0.3.71 "GET /users/871 HTTP/1.1" 200 871ms request_id=…',
  ],
  ['scripts/once', 20, 'free/example.com: 14 users, 57 seats; pro/example.com: 6 users, 18 seats'],
  ['scripts/rules', 10, '4109 points, 163 tags, 153 bytes of notes'],
  ['scripts/templates', 9, '631 bytes, Dear ANN 9, your order o-9 of € 11.25 was sent to Graz.'],
];

const read = (file: string): string => readFileSync(new URL(`${file}.lua`, folder), 'utf8');

describe('whole programs return what lua5.3 returns', () => {
  test.each(programs)('%s of size %d', async (file, size, result) => {
    for (const [compile, tier] of [
      ['never', 'interpreter'],
      ['always', 'compiled'],
    ] as const) {
      const run = await createLua({ compile }).run(read(file), { args: [size] });
      expect([compile, ...valuesOf(run), run.usage.tier]).toEqual([compile, result, tier]);
    }
  });

  test('and none of the benchmark is left out', () => {
    const files = ['programs', 'scripts'].flatMap((name) =>
      readdirSync(new URL(name, folder)).map((file) => `${name}/${file.replace(/\.lua$/, '')}`),
    );
    expect(files.toSorted()).toEqual(programs.map(([file]) => file).toSorted());
  });
});
