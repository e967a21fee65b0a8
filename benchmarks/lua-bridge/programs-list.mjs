/** What stands in for the `json` of lua-bridge where a contender has none. */
export const plainJson = 'plain-json.lua';

/** A program: its texts, what it is given, and how often a process runs it. */
const describe = (folder, name, size, times) => ({
  name,
  size,
  times,
  files: [...(name.startsWith('json-') ? [plainJson] : []), `${folder}/${name}.lua`],
});

const describeAll = (folder, sizes, times) =>
  Object.entries(sizes).map(([name, size]) => describe(folder, name, size, times));

/* Runs after which no contender gets any quicker. */
const WARM = 15;

/** The programs of "Are we fast yet", of sizes that take lua5.3 20 to 150 ms. */
const classics = {
  deltablue: 1000,
  richards: 15000,
  json: 300,
  havlak: 2,
  cd: 50,
  bounce: 2000,
  list: 21,
  permute: 8,
  queens: 300,
  sieve: 400000,
  storage: 8,
  towers: 17,
  nbody: 8000,
  mandelbrot: 160,
};

/** What agents write, of the sizes at which they do. */
const scripts = { 'csv-map': 20000, 'json-transform': 1000, templates: 5000, 'log-filter': 5000 };

/** Scripts that run once. */
const cold = { once: 20, rules: 10 };

/** All that is measured, with how well it should do: factors of the others' time, as geometric means. */
export const groups = [
  {
    title: 'Classic programs',
    programs: describeAll('programs', classics, WARM),
    goal: '≤ 0.7',
  },
  {
    title: "Agents' scripts",
    programs: describeAll('scripts', scripts, WARM),
    goal: '≤ 0.8',
  },
  {
    title: 'Cold scripts, run once',
    programs: describeAll('scripts', cold, 1),
    goal: 'no slower than before; rules ≤ 2.75, half of before',
  },
];
