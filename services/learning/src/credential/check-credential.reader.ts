import { FieldChecks, ok, systemActor, toId, type Result, type ValidationError } from '@guildhall/kernel';
import { z } from 'zod';
import type { Repositories } from '../deps.js';
import type { BadgeSigner } from './badge-signer.crypto.js';
import { isGood, type Credential } from './credential.js';

/** What was found about a signed document. */
export type CredentialFinding = 'IN_FORCE' | 'SUSPENDED' | 'REVOKED' | 'EXPIRED' | 'NOT_OURS' | 'UNREADABLE';

/** What a signed document is worth, with what it says where this union signed it. */
export type CredentialCheck = {
  readonly finding: CredentialFinding;
  readonly title?: string;
  readonly holderName?: string | undefined;
  readonly issuedAt?: Date;
  readonly expiresAt?: Date | undefined;
};

const documentMax = 100_000;

/** As much of the shape of our documents as is read here; the rest is under the signature. */
const shape = z.looseObject({
  id: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/u),
  name: z.string(),
  proof: z.looseObject({}),
  credentialSubject: z.looseObject({
    identifier: z.array(z.looseObject({ identityHash: z.string() })).optional(),
  }),
});

/** Whoever shows a document may know what became of that credential, and of no other. */
const reader = systemActor('check-credential');

/** Says what a document is worth: its proof by our key, its state as it is kept. */
export async function checkCredential(
  {
    credentials,
    badges,
  }: { readonly credentials: Repositories['credentials']; readonly badges: BadgeSigner | undefined },
  text: string,
  now: Date,
): Promise<Result<CredentialCheck, ValidationError>> {
  const sized = new FieldChecks().text('document', text, { max: documentMax }).finish(text);
  if (!sized.ok) return sized;
  const read = shape.safeParse(parseJson(text));
  if (!read.success) return ok({ finding: 'UNREADABLE' });
  const credential = await credentials.findVisible(reader, toId(read.data.id.slice('urn:uuid:'.length)));
  // A document is signed at the instant of its issue, and its dates are looked at below.
  const isOurs =
    credential !== null && (await badges?.isSigned(read.data, credential.issuedAt).catch(() => false)) === true;
  if (!isOurs) return ok({ finding: 'NOT_OURS' });
  return ok({
    finding: findingOf(credential, now),
    title: read.data.name,
    holderName: read.data.credentialSubject.identifier?.[0]?.identityHash,
    issuedAt: credential.issuedAt,
    expiresAt: credential.expiresAt,
  });
}

function findingOf(credential: Credential, now: Date): CredentialFinding {
  if (isGood(credential, now)) return 'IN_FORCE';
  const { status } = credential;
  return status === 'SUSPENDED' || status === 'REVOKED' ? status : 'EXPIRED';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
