// `npm run rooms`: writes into CONTRIBUTING.md what architecture.mjs says of packages and rooms; a test compares them.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { architecture } from './architecture.mjs';

const START = '<!-- Written by `npm run rooms` from scripts/architecture.mjs. -->';
const END = '<!-- The end of what is written. -->';

/** A text of CONTRIBUTING.md with its two tables as architecture.mjs has them. */
export function describeRooms(text) {
  const [before, rest = ''] = text.split(START);
  const [, after] = rest.split(END);
  if (after === undefined)
    throw new Error(`CONTRIBUTING.md lacks the lines ${START} and ${END}, which hold the tables`);
  return [before, START, '\n\n', writeTables(architecture), '\n\n', END, after].join('');
}

function writeTables(table) {
  const rows = Object.entries(table);
  const packages = rows.map(([workspace, { what, ours, libraries }]) => [
    `\`${workspace}\``,
    what,
    ours.join(', ') || 'no other package of ours',
    libraries.join(', '),
  ]);
  const rooms = rows.flatMap(([workspace, rule]) =>
    Object.entries(rule.rooms ?? {}).map(([room, holds]) => [
      `\`${workspace}/src${room === '.' ? '' : `/${room}`}\``,
      holds + describeDoors(room, rule.doors),
    ]),
  );
  return [
    writeTable(['package', 'what it is', 'may import of ours', 'and of libraries'], packages),
    'Each room imports only from those below it in its package:',
    writeTable(['room', 'what it holds'], rooms),
  ].join('\n\n');
}

/** The libraries that come in by a room, or by a file that lies in the room itself. */
function describeDoors(room, doors = {}) {
  const entries = Object.entries(doors).flatMap(([library, open]) =>
    open.flatMap((door) => {
      if (door === room) return [library];
      return dirname(door) === room ? [`${library} (\`${basename(door)}\`)`] : [];
    }),
  );
  return entries.length === 0 ? '' : `; the way in for ${entries.join(', ')}`;
}

function writeTable(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const contributing = fileURLToPath(new URL('../CONTRIBUTING.md', import.meta.url));
  writeFileSync(contributing, describeRooms(readFileSync(contributing, 'utf8')));
}
