import type { Service } from '../../../mcp/create-mcp-server.js';
import type { RunScript } from '../../../mcp/execute-lua.js';
import type { Runs } from '../../../mcp/runs.js';
import type { Visitor } from '../../../mcp/visitor.js';
import type { Grant, Tokens } from '../../session/tokens-file.js';
import type { BearerService } from './bearer-service.js';

/** What bearers are served from. */
export interface BearerParts {
  readonly tokens: Tokens;
  readonly target: string;
  readonly runs: Runs;
  readonly serve: (grant: Grant) => BearerService;
  /** Measures the runs of a token. */
  readonly measure: (token: string, run: RunScript) => RunScript;
}

interface Bearer {
  readonly grant: Grant;
  readonly service: BearerService;
}

/** Those who present tokens, each served within what its token grants at that moment. */
export class Bearers {
  readonly #known = new Map<string, Bearer>();

  constructor(private readonly parts: BearerParts) {}

  /** The name of a token, if it is one. */
  admit(token: string): string | undefined {
    const grant = this.parts.tokens.find(token);
    if (grant === undefined) return undefined;
    // What has changed in the file since is another grant.
    if (this.#known.get(grant.name)?.grant !== grant)
      this.#known.set(grant.name, { grant, service: this.parts.serve(grant) });
    return grant.name;
  }

  mayReadMetrics(name: string): boolean {
    return this.#find(name).grant.metrics === true;
  }

  /** Sessions outlive what their token granted when they began: each call asks anew. */
  serve({ token, client }: Visitor): Service {
    const { runs, target, measure } = this.parts;
    const now = (): BearerService => this.#find(token).service;
    const { isReadOnly, held, docs } = now();
    return {
      target,
      isReadOnly,
      held,
      docs,
      check: (code) => now().check(code),
      // Clients of one token take turns as one, so that nobody gains by many names; without tokens, each client does.
      run: runs.takeTurns(
        token || client,
        measure(token, (...given) => now().run(...given)),
      ),
    };
  }

  #find(name: string): Bearer {
    const bearer = this.#known.get(name);
    if (bearer === undefined) throw new Error(`nobody has presented the token '${name}'`);
    return bearer;
  }
}
