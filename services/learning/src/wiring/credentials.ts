import { toId, type Actor } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type ServiceKit, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { AchievementEntity } from '../achievement/achievement.entity.js';
import { createAchievementRepository, type AchievementRepository } from '../achievement/achievement.repository.js';
import { achievementResolvers } from '../achievement/achievement.resolvers.js';
import { discardAchievement } from '../achievement/use-cases/discard-achievement.js';
import { draftAchievement } from '../achievement/use-cases/draft-achievement.js';
import { draftAchievementVersion } from '../achievement/use-cases/draft-achievement-version.js';
import { editAchievement } from '../achievement/use-cases/edit-achievement.js';
import { publishAchievement } from '../achievement/use-cases/publish-achievement.js';
import { retireAchievement } from '../achievement/use-cases/retire-achievement.js';
import { drawPlaces, readBadgeKey } from '../credential/badge-key.crypto.js';
import { createBadgeSigner, type BadgeSigner } from '../credential/badge-signer.crypto.js';
import { CredentialEntity } from '../credential/credential.entity.js';
import { createCredentialFiles, type CredentialFiles } from '../credential/credential-files.reader.js';
import { createAchievementLoader, createCredentialEvidenceLoader } from '../credential/credential.loaders.js';
import { createCredentialRepository, type CredentialRepository } from '../credential/credential.repository.js';
import { credentialResolvers } from '../credential/credential.resolvers.js';
import { credentialRules } from '../credential/credential-rules.js';
import { claimCredential } from '../credential/use-cases/claim-credential.js';
import { expireCredential, revokeCredential } from '../credential/use-cases/end-credential.js';
import type { Deps, Repositories } from '../deps.js';
import { RecordLinkEntity } from '../record-link/record-link.entity.js';
import { createChosenLoader, createLinkItemsLoader, createViewsLoader } from '../record-link/record-link.loaders.js';
import { createRecordLinkRepository, type RecordLinkRepository } from '../record-link/record-link.repository.js';
import { recordLinkResolvers } from '../record-link/record-link.resolvers.js';
import type { RecordTokens } from '../record-link/record-link.js';
import { recordTokens } from '../record-link/record-token.crypto.js';
import { createSharedItemRepository, type SharedItemRepository } from '../record-link/shared-item.repository.js';
import { openRecordLink } from '../record-link/use-cases/open-record-link.js';
import { shareRecord } from '../record-link/use-cases/share-record.js';
import { withdrawRecordLink } from '../record-link/use-cases/withdraw-record-link.js';
import { createTranscriptWriter } from '../transcript/transcript-writer.worker.js';
import { layOutTranscript, type TranscriptFacts } from '../transcript/transcript.js';

/** The tables of credentials and links that are read as entities. */
export const credentialEntities = [AchievementEntity, CredentialEntity, RecordLinkEntity];

/** The repositories of achievements, credentials and links. */
export type CredentialRepositories = {
  readonly achievements: AchievementRepository;
  readonly credentials: CredentialRepository;
  readonly recordLinks: RecordLinkRepository;
  readonly sharedItems: SharedItemRepository;
};

/** These repositories over one connection or transaction. */
export function createCredentialRepositories(manager: EntityManager): CredentialRepositories {
  return {
    achievements: createAchievementRepository(manager),
    credentials: createCredentialRepository(manager),
    recordLinks: createRecordLinkRepository(manager),
    sharedItems: createSharedItemRepository(manager),
  };
}

/** What use cases of credentials and links work with. Without a key nothing is signed, and nothing can be claimed. */
export type CredentialDeps = {
  readonly badges: BadgeSigner | undefined;
  readonly recordTokens: RecordTokens;
  /** Places of a status list, drawn by chance. */
  drawPlaces(this: void): readonly number[];
};

/** The rest of a request for a transcript: who issues and where is known here. */
export type TranscriptOrder = Pick<TranscriptFacts, 'link' | 'items' | 'language' | 'now'> & { readonly token: string };

/** What resolvers of credentials and links work with. */
export type CredentialContext = {
  readonly badges: BadgeSigner | undefined;
  readonly credentialFiles: CredentialFiles;
  readonly campusZone: string;
  /** Writes what a link shows as a PDF in base64. */
  writeTranscript(this: void, order: TranscriptOrder): Promise<string>;
};

const pagesHere = 'http://localhost:4100';

/** What signs, writes and draws here. */
export function createCredentialKit({ environment, campusZone }: Pick<ServiceKit, 'environment' | 'campusZone'>): {
  readonly deps: CredentialDeps;
  readonly context: CredentialContext;
} {
  const key = readBadgeKey(environment);
  const name = environment.GUILDHALL_ISSUER_NAME ?? 'Guildhall students’ union';
  const pagesAt = (environment.GUILDHALL_PORTAL_URL ?? pagesHere).replace(/\/+$/u, '');
  const badges = key === undefined ? undefined : createBadgeSigner(key, { name, pagesAt });
  const write = createTranscriptWriter();
  return {
    deps: { badges, recordTokens, drawPlaces: () => drawPlaces(credentialRules.listLength) },
    context: {
      badges,
      credentialFiles: createCredentialFiles(badges),
      campusZone,
      writeTranscript: ({ token, ...order }) => {
        const issuer = { name, did: badges?.issuer.did };
        const address = `${pagesAt}/r#${token}`;
        return write({ transcript: layOutTranscript({ ...order, issuer, address, campusZone }), madeAt: order.now });
      },
    },
  };
}

/** The loaders of credentials and links, for one request. */
export function createCredentialLoaders(actor: Actor, repositories: Repositories) {
  return {
    achievements: createAchievementLoader(actor, repositories),
    evidenceOfCredentials: createCredentialEvidenceLoader(repositories),
    itemsOfLinks: createLinkItemsLoader(repositories),
    chosenOfLinks: createChosenLoader(repositories),
    viewsOfLinks: createViewsLoader(repositories),
  };
}

/** The mutations of achievements, credentials and links. */
export const credentialUseCases = {
  claimCredential,
  discardAchievement,
  draftAchievement,
  draftAchievementVersion,
  editAchievement,
  openRecordLink,
  publishAchievement,
  retireAchievement,
  shareRecord,
  withdrawRecordLink,
};

const credentialPayload = z.object({ credentialId: z.string() });

/** The timed decisions about credentials, made as the platform. */
export function createCredentialTasks(deps: Deps): Readonly<Record<string, Task>> {
  const read = (payload: unknown) => ({
    credentialId: toId<'Credential'>(credentialPayload.parse(payload).credentialId),
  });
  return {
    'revoke-credential': async (payload) => requireDone(await revokeCredential(deps, read(payload))),
    'expire-credential': async (payload) => requireDone(await expireCredential(deps, read(payload))),
  };
}

/** The resolvers of achievements, credentials and links. */
export const credentialSliceResolvers = mergeResolvers([
  achievementResolvers,
  credentialResolvers,
  recordLinkResolvers,
]);
