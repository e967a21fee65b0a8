import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { afterEach, expect, jest, test } from '@jest/globals';

import { describeWait } from '../src/cli/commands/run/delivery-notice.js';
import { createProgram } from '../src/cli/program.js';

const listCommands = (command: CommandUnknownOpts): CommandUnknownOpts[] => [
  command,
  ...command.commands.flatMap(listCommands),
];

const readHelp = (command: CommandUnknownOpts, width: number): string => {
  process.env['COLUMNS'] = String(width);
  let text = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  command.outputHelp();
  write.mockRestore();
  return text;
};

const COLUMNS = process.env['COLUMNS'];
afterEach(() => {
  if (COLUMNS === undefined) delete process.env['COLUMNS'];
  else process.env['COLUMNS'] = COLUMNS;
});

test.each([40, 60, 80])('help of every command fits %i columns, and no word of it is lost', (width) => {
  for (const command of listCommands(createProgram())) {
    const words = (text: string): string[] => text.split(/\s+/);
    const text = readHelp(command, width);
    const tooWide = text.split('\n').filter((line) => line.length > width);
    expect({ command: command.name(), tooWide }).toEqual({ command: command.name(), tooWide: [] });
    expect(words(text)).toEqual(words(readHelp(command, 1_000)));
  }
});

test('a run says what it waits for, once that takes long enough', () => {
  const calls = [{ status: 'delivered' as const }, { status: 'queued' as const }, { status: 'queued' as const }];
  const wait = { status: 503, attempt: 4, since: 0, next: undefined };
  expect(describeWait(calls, wait, 'simulator', 500)).toBeUndefined();
  expect(describeWait(calls.slice(0, 1), wait, 'simulator', 5_000)).toBeUndefined();
  expect(describeWait(calls, wait, 'segment (us)', 12_000)).toBe(
    'Waiting for Segment (us): 2 of 3 events left, answered 503, retry 4, 12 s',
  );
  const held = { status: 429, attempt: 0, since: 0, next: 14_500 };
  expect(describeWait(calls, held, 'segment (us)', 12_000)).toBe(
    'Waiting for Segment (us): 2 of 3 events left, answered 429, retrying in 3 s',
  );
});
