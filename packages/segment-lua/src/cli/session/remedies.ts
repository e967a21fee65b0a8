import type { Hint, RunResult } from '../../host/run-result.js';

/** What to do at the command line about an error of this code, where the script itself is not to blame. */
const REMEDIES: Readonly<Record<string, (account: string) => string>> = {
  missing_write_key: (account) => `segment-lua accounts add ${account} asks for the write key of its source`,
  missing_api_token: (account) => `segment-lua accounts add ${account} asks for an API token`,
  unauthorized: () => 'segment-lua doctor asks Segment about every key and token that there is',
  limit_time: () => '--timeout gives a script longer, like --timeout 120',
};

/** The command, or the option, that mends what a run failed of; of what is the script's own, nothing. */
export const findRemedies = ({ error, calls }: RunResult): readonly Hint[] => {
  const remedy = error && Object.hasOwn(REMEDIES, error.code) ? REMEDIES[error.code] : undefined;
  if (!error || !remedy) return [];
  const account = calls.findLast((call) => call.error?.code === error.code)?.account ?? 'default';
  return [{ line: error.line ?? 1, hint: remedy(account) }];
};
