/*
 * What a credential says as an Open Badges 3.0 credential (a W3C Verifiable Credential 2.0), before it is signed, and the
 * other documents a verifier needs. Equal inputs give equal documents. Life: none of their own. Owner: learning.
 */
import type { Achievement } from '../achievement/achievement.js';
import type { Evidence } from '../record/evidence.js';
import type { Credential, StatusPlace } from './credential.js';
import { criterionWords, evidenceLine, kindWords, type RecordLanguage } from './record-words.js';

/** The context of verifiable credentials, version 2.0. */
export const credentialContext = 'https://www.w3.org/ns/credentials/v2';

/** The context of Open Badges 3.0; verifiers keep copies of both, and so do we. */
export const badgeContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** A document in JSON-LD. */
export type LinkedDocument = Readonly<Record<string, unknown>>;

/** Who issues: their identifier, what they are called, and where their files are read. */
export type BadgeIssuer = { readonly did: string; readonly name: string; readonly pagesAt: string };

/** Which of the status lists a place is in. */
export type StatusPurpose = 'revocation' | 'suspension';

/** What a credential is written from. */
export type BadgeFacts = {
  readonly credential: Credential;
  readonly achievement: Achievement;
  readonly evidence: readonly Evidence[];
  /** What the register calls the holder; nothing where they stay unnamed. */
  readonly holderName: string | undefined;
  readonly language: RecordLanguage;
  readonly campusZone: string;
};

/** The address of a file for verifiers. */
export function fileAddress({ pagesAt }: BadgeIssuer, path: string): string {
  return `${pagesAt}/credential-files/${path}`;
}

/** Who issues, as a profile. */
export function profileOf(issuer: BadgeIssuer): LinkedDocument {
  return { id: issuer.did, type: ['Profile'], name: issuer.name, url: issuer.pagesAt };
}

/** An achievement as verifiers and wallets show it. */
export function achievementDocument(issuer: BadgeIssuer, achievement: Achievement, language: RecordLanguage) {
  const isEnglish = language === 'EN';
  const address = fileAddress(issuer, `achievements/${achievement.id}`);
  return {
    id: address,
    type: ['Achievement'],
    inLanguage: isEnglish ? 'en' : 'zh-CN',
    name: isEnglish ? achievement.titleEn : achievement.titleZh,
    description: isEnglish ? achievement.summaryEn : achievement.summaryZh,
    criteria: {
      narrative: achievement.criteria.map((criterion) => `- ${criterionWords(criterion, language)}`).join('\n'),
    },
    version: String(achievement.number),
    ...(achievement.skills.length > 0 && {
      alignment: achievement.skills.map(({ en, zh }, index) => ({
        type: ['Alignment'],
        targetName: isEnglish ? en : zh,
        targetUrl: `${address}#skill-${index + 1}`,
      })),
    }),
  };
}

/** The places of a credential in the lists that say whether it is revoked or suspended. */
function statusEntries(issuer: BadgeIssuer, { listNumber, listIndex }: StatusPlace): readonly LinkedDocument[] {
  return (['revocation', 'suspension'] as const).map((statusPurpose) => {
    const list = fileAddress(issuer, `lists/${statusPurpose}/${listNumber}`);
    return {
      id: `${list}#${listIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: String(listIndex),
      statusListCredential: list,
    };
  });
}

/** A credential ready to be signed. It names its holder as the register does, or stands for them by an id of its own. */
export function badgeDocument(issuer: BadgeIssuer, facts: BadgeFacts): LinkedDocument {
  const { credential, achievement, holderName, language, campusZone } = facts;
  const evidence = [...facts.evidence].sort((one, other) => one.happenedAt.getTime() - other.happenedAt.getTime());
  return {
    '@context': [credentialContext, badgeContext],
    id: `urn:uuid:${credential.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: language === 'EN' ? achievement.titleEn : achievement.titleZh,
    issuer: profileOf(issuer),
    validFrom: seconds(credential.issuedAt),
    ...(credential.expiresAt !== undefined && { validUntil: seconds(credential.expiresAt) }),
    credentialSubject: {
      id: `urn:uuid:${credential.subjectId}`,
      type: ['AchievementSubject'],
      ...(holderName !== undefined && {
        identifier: [{ type: 'IdentityObject', hashed: false, identityHash: holderName, identityType: 'name' }],
      }),
      achievement: achievementDocument(issuer, achievement, language),
    },
    evidence: evidence.map((piece) => ({
      id: `urn:uuid:${piece.id}`,
      type: ['Evidence'],
      name: kindWords(piece.kind, language),
      narrative: evidenceLine(piece, language, campusZone),
      genre: piece.kind,
    })),
    credentialStatus: statusEntries(issuer, credential),
  };
}

/** Instants are written to the second, as verifiers of the data model expect. */
function seconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
