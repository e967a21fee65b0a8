import { jsonText } from '../../../host/json-text.js';
import type { RunResult } from '../../../host/run-result.js';
import { createDeletionPolicy } from '../../session/deletion-policy.js';
import { openSession } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { readText } from '../../terminal/read-text.js';
import { chooseColors, complain, say } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { ApiFlags } from './api-command.js';
import { sayGroup, sayGroups, sayOperation } from './api-help.js';
import { type ApiOperation, findGroup, findOperation } from './api-operations.js';
import { readApiFields } from './read-fields.js';
import { sayResult } from './say-result.js';

/** Calls an operation and prints its result; or says what there is to call. */
export const callApi = async (name: string | undefined, words: readonly string[], flags: ApiFlags): Promise<void> => {
  if (name === undefined || name.startsWith('-')) {
    if (name !== undefined) throw new UsageError(`'${name}' comes before the name of an operation`);
    await sayGroups();
    return;
  }
  const group = findGroup(name);
  if (group) await sayGroup(group);
  else if (flags.help) await sayOperation(findOperation(name));
  else await call(findOperation(name), words, flags);
};

/** A call is a script of one line: policies, accounts and errors are those of any script. */
const CALL = 'return app.integrations.segment[args.operation](args.input)';

const call = async (operation: ApiOperation, words: readonly string[], flags: ApiFlags): Promise<void> => {
  const input = {
    ...(flags.data === undefined ? {} : await readData(flags.data)),
    ...readApiFields(operation, words),
    ...(flags.all && { all: true }),
  };
  const interrupt = catchInterrupt();
  const { host } = await openSession(flags, {
    // What one asks for is worth waiting for, and may be long.
    limits: { timeMs: Infinity, instructions: Infinity },
    ...(!flags.dryRun && { policy: createDeletionPolicy(flags.allow) }),
  });
  const result = await host.run(CALL, {
    name: 'api',
    args: { operation: operation.name, input },
    signal: interrupt.signal,
    ...(flags.account !== undefined && { account: flags.account }),
    ...(flags.dryRun && { dryRun: true }),
  });
  await host.close();
  interrupt.dispose();
  await report(result, flags);
  process.exitCode = interrupt.signal.aborted ? EXIT.interrupted : chooseExitCode(result);
};

const readData = async (given: string): Promise<object> => {
  const text = given === '-' || given.startsWith('@') ? await readText(given.replace('@', '')) : given;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below, without the text, which may hold secrets.
  }
  throw new UsageError('--data expects a JSON object, @ and a file that has one, or - for standard input');
};

const chooseExitCode = ({ ok, error }: RunResult): number => {
  if (ok) return EXIT.ok;
  return error?.code === 'invalid_input' ? EXIT.usage : EXIT.failed;
};

const report = async ({ values: [value], error, planned }: RunResult, { json }: ApiFlags): Promise<void> => {
  if (error) {
    const paint = chooseColors(process.stderr);
    complain(`${paint.red(error.reason)} ${paint.dim(`[${error.code}]`)}`);
  } else if (planned) sayPlanned(planned, json === true);
  else if (json) say(jsonText(value ?? null, 2));
  else await sayResult(value);
};

const sayPlanned = (planned: NonNullable<RunResult['planned']>, isJson: boolean): void => {
  if (isJson) {
    say(jsonText(planned, 2));
    return;
  }
  for (const { method, url, body } of planned) {
    say(`${method} ${url}`);
    if (body !== undefined) say(jsonText(body, 2));
  }
};
