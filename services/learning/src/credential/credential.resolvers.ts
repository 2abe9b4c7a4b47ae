import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { knownActivityKind, knownPositionKind } from '../record/known-kinds.js';
import { checkCredential } from './check-credential.reader.js';
import { badgeDocument } from './badge-document.js';
import { revokedAt } from './credential-rules.js';
import type { Credential } from './credential.js';
import { credentialPolicy } from './credential.policy.js';
import { prospectsOf } from './prospect.js';

/** What a document about one of the viewer's own credentials asks for. */
type BadgeRequest = {
  readonly credentialId: string;
  readonly language: 'EN' | 'ZH_CN';
  readonly holderName: string | undefined;
};

/** Resolvers of the noun Credential. */
export const credentialResolvers: Resolvers = {
  Query: {
    credentialFile: (_root, { path }, { actor, now, read, credentialFiles }) =>
      credentialFiles(read, path, { actor, now }),
  },
  Mutation: {
    claimCredential: async (_root, { input }, { actor, learning }) =>
      toResult(
        'ClaimCredentialSuccess',
        await learning.claimCredential(actor, { achievementId: toId(input.achievementId) }),
        (credential) => ({ credential }),
      ),
    checkCredential: async (_root, { input: { document } }, { now, read, badges }) =>
      toResult(
        'CheckCredentialSuccess',
        await checkCredential({ credentials: read.credentials, badges }, document, now),
        (check) => ({ check }),
      ),
  },
  Member: {
    credentials: ({ id }, page, { actor, read }) =>
      read.credentials.pageOf(actor, id, readPageRequest(page, ['instant', 'id'])),
    towardsCredentials: async ({ id }, _args, { actor, now, read }) => {
      if (!credentialPolicy.canRead(actor, id)) return null;
      const [achievements, living, standing] = await Promise.all([
        read.achievements.listPublished(actor),
        read.credentials.listLiving(actor, id),
        read.records.listStanding(actor, id),
      ]);
      return prospectsOf(achievements, { living, standing }, now);
    },
    openBadge: ({ id, displayName }, { credentialId, isNamed, language }, context) =>
      credentialPolicy.canRead(context.actor, id)
        ? readBadge(context, { credentialId, language, holderName: isNamed ? (displayName ?? undefined) : undefined })
        : null,
  },
  CredentialProspect: {
    viewerActions: ({ isEligible }, _args, { actor, badges }) =>
      isEligible && badges !== undefined && credentialPolicy.canClaim(actor) ? ['CLAIM'] : [],
  },
  Credential: {
    achievement: async ({ achievementId }, _args, { loaders }) => {
      const achievement = await loaders.achievements.load(achievementId);
      if (achievement === undefined) throw new Error('a credential is for an achievement that was published');
      return achievement;
    },
    status: statusOf,
    suspendedAt: ({ status, suspendedAt }) => (status === 'SUSPENDED' ? suspendedAt : null),
    revokedUnlessMendedAt: ({ status, suspendedAt }) =>
      status === 'SUSPENDED' && suspendedAt !== undefined ? revokedAt(suspendedAt) : null,
    evidence: (credential, _args, { loaders }) => loaders.evidenceOfCredentials.load(credential),
  },
  CredentialEvidence: {
    activityKind: ({ detail }) => knownActivityKind(detail.activityKind),
    positionKind: ({ detail }) => knownPositionKind(detail.positionKind),
  },
};

/** `CLAIMED` lasts no longer than the transaction in which the platform signs. */
export function statusOf({ status }: Credential): Exclude<Credential['status'], 'CLAIMED'> {
  return status === 'CLAIMED' ? 'ISSUED' : status;
}

async function readBadge(
  { actor, read, loaders, badges, campusZone }: Context,
  { credentialId, language, holderName }: BadgeRequest,
): Promise<string | null> {
  const credential = await read.credentials.findVisible(actor, toId(credentialId));
  const achievement = credential === null ? undefined : await loaders.achievements.load(credential.achievementId);
  if (credential === null || achievement === undefined || badges === undefined) return null;
  const evidence = [...(await read.credentials.listShownEvidence([credential])).values()];
  const facts = { credential, achievement, evidence, holderName, language, campusZone };
  return JSON.stringify(await badges.sign(badgeDocument(badges.issuer, facts), credential.issuedAt));
}
