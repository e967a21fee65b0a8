/*
 * What stands for axios in the worker: nothing there travels by HTTP, every client has an adapter, and axios itself
 * would be a tenth of the page. These are the parts of it that lie between a client and its adapter.
 */

type Headers = Readonly<Record<string, unknown>>;

/** Headers by their names as given; reading and writing ignores the case. */
export class AxiosHeaders {
  [name: string]: unknown;

  constructor(headers?: Headers) {
    Object.assign(this, headers);
  }

  static from(headers?: Headers): AxiosHeaders {
    return headers instanceof AxiosHeaders ? headers : new AxiosHeaders(headers);
  }

  get(name: string): unknown {
    return this[this.#known(name)];
  }

  set(name: string, value: unknown): this {
    Object.assign(this, { [this.#known(name)]: value });
    return this;
  }

  toJSON(): Headers {
    return Object.fromEntries(Object.entries(this));
  }

  #known(name: string): string {
    return Object.keys(this).find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
  }
}

/** What an adapter rejects with. */
export class AxiosError extends Error {
  static readonly ERR_BAD_RESPONSE = 'ERR_BAD_RESPONSE';
  static readonly ERR_CANCELED = 'ERR_CANCELED';
  static readonly ERR_NETWORK = 'ERR_NETWORK';

  constructor(
    message: string,
    readonly code?: string,
    readonly config?: object,
    readonly request?: unknown,
    readonly response?: unknown,
  ) {
    super(message);
  }
}

/** Whether an adapter made this error. */
export const isAxiosError = (error: unknown): error is AxiosError => error instanceof AxiosError;

interface Config {
  readonly headers?: Headers;
}

/** A client that hands every request to its adapter. */
const create = ({ adapter }: { readonly adapter: (config: Config) => Promise<unknown> }) => ({
  request: (config: Config): Promise<unknown> => adapter({ ...config, headers: new AxiosHeaders(config.headers) }),
});

export default { create };
