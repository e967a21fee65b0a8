#!/usr/bin/env node
import { runProgram } from './program.js';
import { reportFailure } from './terminal/exit-code.js';
import { outliveReaders } from './terminal/outlive-readers.js';

outliveReaders();

// The timers of a client keep no process alive; a command that is under way does.
const underWay = setInterval(() => undefined, 2 ** 30);

try {
  await runProgram(process.argv.slice(2));
} catch (error) {
  process.exitCode = reportFailure(error);
} finally {
  clearInterval(underWay);
}
