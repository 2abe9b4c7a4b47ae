import { toId, type Actor } from '@guildhall/kernel';
import type { Repositories } from '../deps.js';
import {
  achievementDocument,
  badgeContext,
  credentialContext,
  profileOf,
  type LinkedDocument,
} from './badge-document.js';
import type { BadgeSigner } from './badge-signer.crypto.js';

/** A file for verifiers. */
export type CredentialFile = { readonly body: string; readonly mediaType: string };

type Sources = Pick<Repositories, 'achievements' | 'credentials'>;
type Request = { readonly actor: Actor; readonly now: Date };

/** Reads and writes files for verifiers. A list is signed anew only when it says something else, or in a new hour. */
export function createCredentialFiles(badges: BadgeSigner | undefined) {
  const signed = new Map<string, { readonly says: string; readonly file: Promise<CredentialFile> }>();

  const list = async (signer: BadgeSigner, { credentials }: Sources, path: string, now: Date) => {
    const [, purpose = '', text = ''] = /^lists\/(revocation|suspension)\/([1-9]\d{0,5})$/u.exec(path) ?? [];
    if (purpose !== 'revocation' && purpose !== 'suspension') return null;
    const number = Number(text);
    const places = await credentials.listPlaces(number, purpose === 'revocation' ? 'REVOKED' : 'SUSPENDED');
    if (places === undefined) return null;
    const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
    const says = `${hour.toISOString()} ${places.join()}`;
    const known = signed.get(path);
    if (known?.says === says) return known.file;
    const file = signer.signList({ purpose, number, places }, hour).then(credentialFile);
    signed.set(path, { says, file });
    return file;
  };

  /** One file by its path; nothing when there is none, or nothing can be signed here. */
  return async (sources: Sources, path: string, { actor, now }: Request): Promise<CredentialFile | null> => {
    if (badges === undefined) return null;
    if (path === 'issuer')
      return linkedFile({ '@context': [credentialContext, badgeContext], ...profileOf(badges.issuer) });
    const [, id] = /^achievements\/([0-9a-f-]{36})$/u.exec(path) ?? [];
    if (id === undefined) return list(badges, sources, path, now);
    const achievement = await sources.achievements.findVisible(actor, toId(id));
    if (achievement === null || achievement.status === 'DRAFT') return null;
    const document = achievementDocument(badges.issuer, achievement, 'EN');
    return linkedFile({
      '@context': [credentialContext, badgeContext],
      ...document,
      creator: profileOf(badges.issuer),
    });
  };
}

/** Writes files for verifiers. */
export type CredentialFiles = ReturnType<typeof createCredentialFiles>;

function credentialFile(document: LinkedDocument): CredentialFile {
  return { body: JSON.stringify(document), mediaType: 'application/vc' };
}

function linkedFile(document: LinkedDocument): CredentialFile {
  return { body: JSON.stringify(document), mediaType: 'application/ld+json' };
}
