// Starts processes, and says what they took.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The command line as it is published. `SEGMENT_LUA_CLI` measures another build. */
export const CLI =
  process.env.SEGMENT_LUA_CLI ?? fileURLToPath(new URL('../../packages/segment-lua/dist/cli.js', import.meta.url));

/** Runs a script of Node to its end: milliseconds, peak RSS in MiB as it goes, output. */
export const runNode = async (args, { sampleMs } = {}) => {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const rss = [];
  const sample = () => {
    try {
      rss.push({
        at: performance.now() - started,
        mib: Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
      });
    } catch {
      // The process is gone.
    }
  };
  const timer = sampleMs && setInterval(sample, sampleMs);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const [status] = await once(child, 'close');
  clearInterval(timer);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${output}`);
  return { ms: performance.now() - started, rss: rss.filter(({ mib }) => mib > 0), output };
};

/** A stand-in for Segment in a process of its own. */
export const startServer = async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('server.mjs', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const url = String(line).trim();
  return { url, count: async () => Number(await (await fetch(`${url}/count`)).text()), stop: () => child.kill() };
};
