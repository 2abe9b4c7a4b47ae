import { createServer, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** A key an issuer signs with, and its public half as published. */
export type SigningKey = {
  readonly kid: string;
  readonly sign: (changes?: TokenParts) => Promise<string>;
  readonly jwk: JWK;
};

/** What a token says where it differs from a good one. */
export type TokenParts = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
};

/** The moment at which all tokens here are issued, in seconds since 1970. */
export const issuedAt = 1_800_000_000;

/** A new key of an issuer; tokens live five minutes from {@link issuedAt}. */
export async function createSigningKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
  const good = {
    iss: 'https://id.test',
    aud: 'guildhall',
    sub: 'ada',
    client_id: 'portal',
    scope: 'graph',
    iat: issuedAt,
    exp: issuedAt + 300,
  };
  return {
    kid,
    jwk,
    sign: ({ claims, header } = {}) =>
      new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header }).sign(privateKey),
  };
}

/** An issuer's key set behind a real address: what it publishes can change, and it counts who reads. */
export type KeyServer = {
  readonly url: string;
  readonly reads: () => number;
  publish(...keys: readonly SigningKey[]): void;
  /** Answers in another way from now on, until the next `publish`. */
  answerWith(answer: (response: ServerResponse) => void): void;
  stop(): void;
};

/** Starts a key server on a free port. */
export async function startKeyServer(): Promise<KeyServer> {
  let reads = 0;
  let answer: (response: ServerResponse) => void = (response) => response.writeHead(404).end();
  const server = createServer((_request, response) => {
    reads += 1;
    answer(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/jwks`,
    reads: () => reads,
    publish(...keys) {
      const body = JSON.stringify({ keys: keys.map(({ jwk }) => jwk) });
      answer = (response) => response.setHeader('content-type', 'application/json').end(body);
    },
    answerWith(next) {
      answer = next;
    },
    stop: () => server.close(),
  };
}
