import axios, { type AxiosResponse } from 'axios';

import type { SegmentAccount } from '../../../accounts/segment-account.js';
import { createSegmentLua } from '../../../host/create-segment-lua.js';

/** One thing that was checked. */
export interface Finding {
  readonly ok: boolean;
  /** What was checked: an account, a host, the clock. */
  readonly subject: string;
  /** What was found, and when it is not well, what to do. */
  readonly message: string;
}

const TIMEOUT_MS = 5_000;

/** Segment corrects timestamps by the moment of sending, so a clock may be off a little, but not a day. */
const MAX_SKEW_MS = 300_000;

const ONE_OF_EACH =
  'local segment = app.integrations.segment segment.track({ event = "-", userId = "-" }) segment.verify_token()';

/** The hosts that scripts of a region talk to, as a dry run tells them. */
export const listHosts = async (region: SegmentAccount['region']): Promise<string[]> => {
  const host = createSegmentLua({ accounts: { default: { writeKey: '-', apiToken: '-', region } } });
  const { planned = [] } = await host.run(ONE_OF_EACH, { dryRun: true });
  return planned.map(({ url }) => new URL(url).origin);
};

/** Whether hosts answer, and whether this machine's clock agrees with theirs. */
export const checkConnections = async (urls: readonly string[]): Promise<Finding[]> => {
  const reached = await Promise.all(urls.map(reach));
  return [...reached.map(judgeConnection), ...judgeClock(reached)];
};

type Reached = { readonly url: string } & (
  { readonly response: AxiosResponse; readonly ms: number } | { readonly error: string }
);

const reach = async (url: string): Promise<Reached> => {
  const started = performance.now();
  try {
    const response = await axios.get(url, { timeout: TIMEOUT_MS, maxRedirects: 0, validateStatus: () => true });
    return { url, response, ms: performance.now() - started };
  } catch (error) {
    return { url, error: error instanceof Error ? error.message : String(error) };
  }
};

const judgeConnection = (reached: Reached): Finding => {
  const subject = new URL(reached.url).host;
  if ('error' in reached)
    return {
      ok: false,
      subject,
      message: `cannot be reached: ${reached.error}; check the network, the proxy, the firewall`,
    };
  return { ok: true, subject, message: `answers in ${Math.round(reached.ms)} ms` };
};

const judgeClock = (reached: readonly Reached[]): Finding[] => {
  const dates = reached.flatMap((one) => ('response' in one ? [Date.parse(String(one.response.headers['date']))] : []));
  const [date] = dates.filter((time) => !Number.isNaN(time));
  if (date === undefined) return [];
  const seconds = Math.round((Date.now() - date) / 1000);
  const ok = Math.abs(seconds) * 1000 <= MAX_SKEW_MS;
  const direction = seconds > 0 ? 'ahead' : 'behind';
  return [
    {
      ok,
      subject: 'clock',
      message: ok ? "agrees with Segment's" : `is ${Math.abs(seconds)} s ${direction} of Segment's; set it right`,
    },
  ];
};
