#!/usr/bin/env node
import { createProgram } from './program.js';
import { EXIT, reportFailure } from './terminal/exit-code.js';

// A reader that has seen enough (`| head`) is no failure of ours, and output that cannot be written no reason to stop.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = EXIT.failed;
  });
}

// The timers of a client keep no process alive; a command that is under way does.
const underWay = setInterval(() => undefined, 2 ** 30);

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error);
} finally {
  clearInterval(underWay);
}
