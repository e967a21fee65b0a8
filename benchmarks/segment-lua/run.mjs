// Runs the four measurements one after the other, each in a process of its own; each prints lines of JSON.
import { fileURLToPath } from 'node:url';

import { describeMachine, table, writeResults } from '../measure.mjs';
import { runNode } from './processes.mjs';

const measurements = ['cold-start', 'ten-thousand-events', 'import', 'mcp-load'];

const rows = [];
for (const name of measurements) {
  const { output } = await runNode([fileURLToPath(new URL(`${name}.mjs`, import.meta.url))]);
  for (const line of output.trim().split('\n')) rows.push([name, `\`${line}\``]);
}
writeResults(import.meta.url, `${describeMachine()}.`, table(['measurement', 'figures'], rows));
