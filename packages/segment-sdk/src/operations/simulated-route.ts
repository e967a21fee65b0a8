/** The simulator's answer. */
export interface SimulatorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a route is asked. */
export interface RouteRequest {
  /** What stands in the path for the `{names}` of the route. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** Answers one kind of request of the Public API from the simulated workspace, of which it needs `W`. */
export type Route<W = unknown> = (workspace: W, request: RouteRequest) => SimulatorResponse;

/** Routes by method and path, e.g. `GET /sources/{id}`. */
export type Routes<W = unknown> = Readonly<Record<string, Route<W>>>;

/** A JSON answer. */
export const respond = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): SimulatorResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

/** An error as the Public API words it. */
export const refuse = (
  status: number,
  type: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  extra: Readonly<Record<string, unknown>> = {},
): SimulatorResponse => respond(status, { errors: [{ type, message, ...extra }] }, headers);

/** An item under its name, or what is answered when there is none. */
export const respondItem = (
  name: string,
  item: unknown,
  extra: Readonly<Record<string, unknown>> = {},
): SimulatorResponse =>
  item === undefined
    ? refuse(404, 'not-found', `There is no such ${name}`)
    : respond(200, { data: { [name]: item, ...extra } });

/** The page of a list that `pagination.count` and `pagination.cursor` ask for. */
export const respondPage = (name: string, items: readonly unknown[], query: URLSearchParams): SimulatorResponse => {
  const count = Number(query.get('pagination.count') ?? 200);
  const start = readCursor(query.get('pagination.cursor'));
  if (!Number.isInteger(count) || count < 1 || count > 1_000)
    return refuseField('pagination.count', 'must be an integer from 1 to 1000');
  if (start === undefined) return refuseField('pagination.cursor', 'is not a cursor of this list');
  const next = start + count < items.length ? { next: writeCursor(start + count) } : {};
  const previous = start > 0 ? { previous: writeCursor(Math.max(0, start - count)) } : {};
  return respond(200, {
    data: {
      [name]: items.slice(start, start + count),
      pagination: { current: writeCursor(start), ...next, ...previous, totalEntries: items.length },
    },
  });
};

const refuseField = (field: string, reason: string): SimulatorResponse =>
  refuse(422, 'input-validation', `${field} ${reason}`, {}, { field });

const writeCursor = (at: number): string => btoa(String(at));

const readCursor = (cursor: string | null): number | undefined => {
  if (cursor === null) return 0;
  try {
    const at = Number(atob(cursor));
    return Number.isInteger(at) && at >= 0 ? at : undefined;
  } catch {
    return undefined;
  }
};
