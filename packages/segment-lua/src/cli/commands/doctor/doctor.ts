import { openRegistry } from '../../session/live-registry.js';
import { EXIT } from '../../terminal/exit-code.js';
import { colorsFor, say } from '../../terminal/terminal.js';
import { checkConnections, type Finding, hostsOf } from './check-connections.js';
import type { DoctorFlags } from './doctor-command.js';

const line = ({ ok, subject, message }: Finding): string => {
  const paint = colorsFor(process.stdout);
  return `${ok ? paint.green('✓') : paint.red('✗')} ${paint.bold(subject)}: ${message}`;
};

const NO_ACCOUNTS: Finding = {
  ok: false,
  subject: 'accounts',
  message: 'there are none; segment-lua accounts add NAME, or set SEGMENT_WRITE_KEY and SEGMENT_API_TOKEN',
};

const checkAccounts = async (url: string | undefined, names: readonly string[]): Promise<Finding[]> => {
  const registry = openRegistry(url);
  const results = await Promise.all(names.map((name) => registry.test('segment', name)));
  return results.length > 0 ? results.map(({ name, ok, message }) => ({ ok, subject: name, message })) : [NO_ACCOUNTS];
};

/** Checks accounts, regions, clock and connectivity, and prints a line for each finding. */
export const doctor = async ({ json, url }: DoctorFlags): Promise<void> => {
  const accounts = await openRegistry().list('segment');
  const regions = new Set(accounts.length > 0 ? accounts.map(({ fields }) => fields.region) : [undefined]);
  const names = accounts.map(({ name }) => name);
  const hosts = url === undefined ? (await Promise.all([...regions].map(hostsOf))).flat() : [url];
  const findings = [...(await checkConnections(hosts)), ...(await checkAccounts(url, names))];
  if (json) say(JSON.stringify(findings, null, 2));
  else for (const finding of findings) say(line(finding));
  if (findings.some(({ ok }) => !ok)) process.exitCode = EXIT.failed;
};
