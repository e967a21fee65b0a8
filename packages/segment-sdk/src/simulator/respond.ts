import type { SimulatorResponse } from './types.js';

/** A JSON answer. */
export const json = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): SimulatorResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

/** An error as the Public API words it. */
export const apiErrors = (
  status: number,
  type: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  extra: Readonly<Record<string, unknown>> = {},
): SimulatorResponse => json(status, { errors: [{ type, message, ...extra }] }, headers);
