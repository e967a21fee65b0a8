import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';
import { KEY, openTerminal } from './terminal.js';

const CANARY = 'canary-key-0123456789';
const ESCAPE = '\u001B[';
const track = 'app.integrations.segment.track({ event = "E", userId = "u" })';

describe('In a terminal, segment-lua accounts add', () => {
  test('asks for the credentials and echoes none', async () => {
    const cwd = temporaryFolder();
    const terminal = openTerminal(['accounts', 'add', 'shop'], cwd);
    await terminal.shows('Write key of a source');
    terminal.type(CANARY);
    await terminal.shows('•'.repeat(CANARY.length));
    terminal.type(KEY.enter);
    await terminal.shows('Public API token');
    terminal.type(KEY.enter);
    await terminal.shows('Where the workspace lives');
    terminal.type(`${KEY.down}${KEY.enter}`);
    await terminal.shows('Added shop.');
    expect(await terminal.ended).toBe(0);
    expect(terminal.written()).not.toContain('canary');
    expect(readFileSync(join(cwd, 'config', 'segment-lua', 'accounts.json'), 'utf8')).toMatch(
      new RegExp(`${CANARY}[^]*"region": "eu"|"region": "eu"[^]*${CANARY}`),
    );
  });

  test('adds nothing when the questions are broken off', async () => {
    const cwd = temporaryFolder();
    const terminal = openTerminal(['accounts', 'add', 'shop'], cwd);
    await terminal.shows('Write key of a source');
    terminal.type(`${CANARY}${KEY.ctrlC}`);
    expect(await terminal.ended).toBe(130);
    expect((await runCli(['accounts', 'list', '--json'], { cwd })).stdout).toBe('[]\n');
  });
});

describe('In a terminal, segment-lua repl', () => {
  test('completes names by Tab', async () => {
    const terminal = openTerminal(['repl'], temporaryFolder());
    await terminal.shows('> ');
    terminal.type(`app.integrations.segment.identi${KEY.tab}`);
    await terminal.shows('app.integrations.segment.identify');
    terminal.type(KEY.ctrlC);
    await terminal.shows('> ');
    terminal.type(`:do${KEY.tab}`);
    await terminal.shows(':docs');
    terminal.type(`${KEY.ctrlC}${KEY.ctrlD}`);
    expect(await terminal.ended).toBe(0);
  });

  test('goes on with an unfinished line, and forgets it at Ctrl-C', async () => {
    const terminal = openTerminal(['repl'], temporaryFolder());
    await terminal.shows('> ');
    terminal.type(`for i = 1, 2 do${KEY.enter}`);
    await terminal.shows('>> ');
    terminal.type(`print("n" .. i) end${KEY.enter}`);
    await terminal.shows(/n1\s+n2\s+> /);
    terminal.type(`if true then${KEY.enter}`);
    await terminal.shows('>> ');
    terminal.type(KEY.ctrlC);
    await terminal.shows(/\n> /);
    terminal.type(`"fresh" .. 1${KEY.enter}`);
    await terminal.shows('fresh1');
    terminal.type(KEY.ctrlD);
    expect(await terminal.ended).toBe(0);
  });

  test('brings back the lines of the last session by Up', async () => {
    const cwd = temporaryFolder();
    const first = openTerminal(['repl'], cwd);
    await first.shows('> ');
    first.type(`"kept " .. 6 * 7${KEY.enter}`);
    await first.shows('kept 42');
    first.type(KEY.ctrlD);
    await first.ended;
    const second = openTerminal(['repl'], cwd);
    await second.shows('> ');
    second.type(KEY.up);
    await second.shows('"kept " .. 6 * 7');
    second.type(KEY.enter);
    await second.shows('kept 42');
    second.type(KEY.ctrlD);
    expect(await second.ended).toBe(0);
  });

  test('stops what runs at Ctrl-C, and goes on without its globals', async () => {
    const terminal = openTerminal(['repl'], temporaryFolder());
    await terminal.shows('> ');
    terminal.type(`x = 1${KEY.enter}`);
    await terminal.shows('> ');
    terminal.type(`print("run" .. "ning") while true do end${KEY.enter}`);
    await terminal.shows('running');
    terminal.type(KEY.ctrlC);
    await terminal.shows('Stopped; the globals are gone.');
    terminal.type(`"x is " .. tostring(x)${KEY.enter}`);
    await terminal.shows('x is nil');
    terminal.type(KEY.ctrlD);
    expect(await terminal.ended).toBe(0);
  });
});

describe('In a terminal, Ctrl-C', () => {
  const endless = `${track} print("sent") while true do end`;

  test('delivers what is queued and reports, with exit code 130', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'endless.lua'), endless);
    const terminal = openTerminal(['run', 'endless.lua'], cwd);
    await terminal.shows('sent');
    terminal.type(KEY.ctrlC);
    await terminal.shows('Stopping: delivering what is queued.');
    await terminal.shows('The simulator received 1 event');
    expect(await terminal.ended).toBe(130);
  });

  test('ends at once when it is pressed again', async () => {
    const cwd = temporaryFolder();
    const server = await startSimulatorServer();
    server.simulator.inject({ latencyMs: 60_000 });
    writeFileSync(join(cwd, 'endless.lua'), endless);
    const terminal = openTerminal(['run', 'endless.lua', '--url', server.url], cwd);
    await terminal.shows('sent');
    terminal.type(KEY.ctrlC);
    await terminal.shows('Ctrl-C again stops at once.');
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(terminal.written()).not.toContain('received');
    await server.close();
  });
});

describe('In a terminal', () => {
  const writeRows = (cwd: string): void => {
    writeFileSync(
      join(cwd, 'map.lua'),
      'return function(row) app.integrations.segment.track({ event = "E", userId = row.id }) end',
    );
    writeFileSync(join(cwd, 'rows.csv'), `id\n${Array.from({ length: 300 }, (_, n) => n).join('\n')}\n`);
  };

  test('an import shows a line of progress, and takes it away; in a pipe it shows none', async () => {
    const cwd = temporaryFolder();
    const server = await startSimulatorServer();
    // Long enough for the line to be written once.
    server.simulator.inject({ latencyMs: 1_000 });
    writeRows(cwd);
    const terminal = openTerminal(['import', 'rows.csv', '--map', 'map.lua', '--url', server.url], cwd);
    await terminal.shows(/rows · [\d,]+ events\/s · 0 failed · \d+%/);
    await terminal.shows('300 rows, 300 events delivered');
    expect(await terminal.ended).toBe(0);
    expect(terminal.written()).toContain(`\r${ESCAPE}K300 rows, `);
    const piped = await runCli(['import', 'rows.csv', '--map', 'map.lua', '--url', server.url], { cwd });
    expect(piped).toMatchObject({ status: 0, stderr: '' });
    await server.close();
  });

  test('there are colours, unless NO_COLOR says otherwise', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'hello.lua'), track);
    const coloured = openTerminal(['run', 'hello.lua'], cwd);
    const plain = openTerminal(['run', 'hello.lua'], cwd, { NO_COLOR: '1' });
    expect([await coloured.ended, await plain.ended]).toEqual([0, 0]);
    expect(coloured.written()).toContain(`${ESCAPE}1mThe simulator received 1 event`);
    expect(plain.written()).toContain('The simulator received 1 event');
    expect(plain.written()).not.toContain(ESCAPE);
  });
});
