import type { PlanChange, SchemaChange } from '@moonwire/segment-sdk/plan';

import { printable } from '../../terminal/table.js';
import { chooseColors, say } from '../../terminal/terminal.js';

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

/** Longer values of a schema are cut: the file has them whole. */
const MOST_CHARACTERS = 100;

/** Prints what differs, a line for each rule, and below it what is not the same in it. */
export const sayChanges = (changes: readonly PlanChange[]): void => {
  const paint = chooseColors(process.stdout);
  const colors = { added: paint.green, removed: paint.red, changed: paint.yellow };
  for (const { kind, name, details } of changes) {
    say(colors[kind](printable(`${SIGNS[kind]} ${name}`)));
    for (const detail of details) say(printable(`    ${writeDetail(detail)}`));
  }
};

const writeDetail = ({ path, before, after }: SchemaChange): string => {
  if (before === undefined) return `+ ${path}: ${writeValue(after)}`;
  if (after === undefined) return `- ${path}: ${writeValue(before)}`;
  return `~ ${path}: ${writeValue(before)} → ${writeValue(after)}`;
};

const writeValue = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
};
