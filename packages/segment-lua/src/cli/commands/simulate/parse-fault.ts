import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { RequestedFault } from '@moonwire/segment-sdk/simulator/server';

const NAMES: Readonly<Record<string, keyof RequestedFault>> = { latency: 'latencyMs', 'retry-after': 'retryAfter' };

/** `503`, or `status=429,retry-after=2,share=30%,times=5,latency=200,drop=after,on=tracking`, gathered over uses. */
export const parseFault = (text: string, others: readonly object[]): readonly object[] => [
  ...others,
  Object.fromEntries(text.split(',').map(parsePart)),
];

const parsePart = (part: string): [string, unknown] => {
  if (/^\d{3}$/.test(part)) return ['status', Number(part)];
  const [, name = '', value = ''] = /^([\w-]+)=(.+)$/.exec(part.trim()) ?? [];
  if (name === '') throw new InvalidArgumentError('Expected a fault like 503 or status=429,retry-after=2,share=30%.');
  const field = NAMES[name] ?? name;
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(value)?.[1];
  if (percent !== undefined) return [field, Number(percent) / 100];
  if (value === 'true' || value === 'false') return [field, value === 'true'];
  return [field, /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value];
};
