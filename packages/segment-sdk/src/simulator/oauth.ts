import { respond, type SimulatorResponse } from '../operations/simulated-route.js';
import type { SimulatorRequest } from './types.js';

/** An OAuth app of the simulated workspace, whose requests for tokens are signed. */
export interface OAuthApp {
  readonly clientId: string;
  readonly keyId: string;
  /** The public key in PEM (SPKI), that signatures are checked with. */
  readonly publicKey: string;
}

const LIFE_S = 3_600;
const SCOPES = ['tracking_api:write', 'public_api:read_write'];
const AUDIENCE = 'https://oauth2.segment.io';
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const refuse = (status: 400 | 401, error: string, reason: string): SimulatorResponse =>
  respond(status, { error, error_description: reason }, { date: new Date().toUTCString() });

/** The claims of an assertion, of which `jose` checks audience and times. */
type Claims = Readonly<Record<string, unknown>>;

/** Reads a signed assertion and checks whatever can be checked of it. @throws {Error} which says what is wrong. */
const readAssertion = async (assertion: string, audience: string[], apps: readonly OAuthApp[]): Promise<Claims> => {
  const { decodeJwt, decodeProtectedHeader, importSPKI, jwtVerify, UnsecuredJWT } = await import('jose');
  const { alg, kid } = decodeProtectedHeader(assertion);
  if (alg !== 'RS256') throw new Error(`it is signed with ${String(alg)}, and not with RS256`);
  const { iss, sub } = decodeJwt(assertion);
  if (iss === undefined || iss !== sub) throw new Error('iss and sub are not both the client id');
  const checks = { audience, requiredClaims: ['exp', 'jti'], maxTokenAge: LIFE_S };
  if (apps.length === 0) {
    // Without an app there is no key to check the signature with; everything else is checked all the same.
    const [, claims = ''] = assertion.split('.');
    return UnsecuredJWT.decode(`${btoa('{"alg":"none"}').replace(/=+$/, '')}.${claims}.`, checks).payload;
  }
  const app = apps.find(({ clientId, keyId }) => clientId === iss && keyId === kid);
  if (!app) throw new Error('there is no such client with such a key');
  return (await jwtVerify(assertion, await importSPKI(app.publicKey, 'RS256'), checks)).payload;
};

const origins = (host: string | undefined): string[] =>
  [AUDIENCE, `http://${host ?? ''}`, `https://${host ?? ''}`].flatMap((origin) => [origin, `${origin}/`]);

/** The simulated authorization server: `POST /token` for client credentials. */
export class OAuth {
  readonly #apps: readonly OAuthApp[];
  readonly #tokens = new Map<string, number>();

  /** @param apps Whose signatures are checked. With none of them any client gets a token, and any token is taken. */
  constructor(apps: readonly OAuthApp[]) {
    this.#apps = apps;
  }

  reset(): void {
    this.#tokens.clear();
  }

  admits(token: string): boolean {
    return this.#apps.length === 0 || (this.#tokens.get(token) ?? 0) > Date.now();
  }

  async answer({ method, headers }: SimulatorRequest, body: string): Promise<SimulatorResponse> {
    if (method !== 'POST') return refuse(400, 'invalid_request', `${method} is not allowed`);
    const form = new URLSearchParams(body);
    const scope = form.get('scope') ?? '';
    if (form.get('grant_type') !== 'client_credentials')
      return refuse(400, 'unsupported_grant_type', 'grant_type must be client_credentials');
    if (form.get('client_assertion_type') !== ASSERTION)
      return refuse(400, 'invalid_request', `client_assertion_type must be ${ASSERTION}`);
    if (scope === '' || !scope.split(' ').every((name) => SCOPES.includes(name)))
      return refuse(400, 'invalid_scope', `scope must be of ${SCOPES.join(', ')}`);
    try {
      await readAssertion(form.get('client_assertion') ?? '', origins(headers.host), this.#apps);
    } catch (error) {
      return refuse(401, 'invalid_client', `The client assertion is refused: ${(error as Error).message}`);
    }
    return this.#issue(scope);
  }

  #issue(scope: string): SimulatorResponse {
    const token = `simulated-${crypto.randomUUID()}`;
    for (const [old, until] of this.#tokens) if (until <= Date.now()) this.#tokens.delete(old);
    this.#tokens.set(token, Date.now() + LIFE_S * 1_000);
    const answer = { access_token: token, token_type: 'Bearer', expires_in: LIFE_S, scope };
    return respond(200, answer, { 'cache-control': 'no-store', date: new Date().toUTCString() });
  }
}
