import { openRegistry, SERVICE } from '../../session/live-registry.js';
import { EXIT } from '../../terminal/exit-code.js';
import { chooseColors, say, sayJson } from '../../terminal/terminal.js';
import { checkConnections, type Finding, listHosts } from './check-connections.js';
import type { DoctorFlags } from './doctor-command.js';

const NO_ACCOUNTS: Finding = {
  ok: false,
  subject: 'accounts',
  message: 'there are none; segment-lua accounts add NAME, or set SEGMENT_WRITE_KEY and SEGMENT_API_TOKEN',
};

/** Checks accounts, regions, clock and connectivity, and prints a line for each finding. */
export const diagnose = async ({ json, url }: DoctorFlags): Promise<void> => {
  const accounts = await openRegistry().list(SERVICE);
  const regions = new Set(accounts.length > 0 ? accounts.map(({ fields }) => fields.region) : [undefined]);
  const names = accounts.map(({ name }) => name);
  const hosts = url === undefined ? (await Promise.all([...regions].map(listHosts))).flat() : [url];
  const findings = [...(await checkConnections(hosts)), ...(await checkAccounts(url, names))];
  if (json) sayJson(findings);
  else for (const finding of findings) sayFinding(finding);
  if (findings.some(({ ok }) => !ok)) process.exitCode = EXIT.failed;
};

const checkAccounts = async (url: string | undefined, names: readonly string[]): Promise<Finding[]> => {
  const registry = openRegistry(url);
  const results = await Promise.all(names.map((name) => registry.test(SERVICE, name)));
  return results.length > 0 ? results.map(({ name, ok, message }) => ({ ok, subject: name, message })) : [NO_ACCOUNTS];
};

const sayFinding = ({ ok, subject, message }: Finding): void => {
  const paint = chooseColors(process.stdout);
  say(`${ok ? paint.green('✓') : paint.red('✗')} ${paint.bold(subject)}: ${message}`);
};
