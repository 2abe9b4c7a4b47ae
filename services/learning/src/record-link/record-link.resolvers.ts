import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { badgeDocument } from '../credential/badge-document.js';
import { knownActivityKind, knownPositionKind } from '../record/known-kinds.js';
import { linkStatus, recordLinkLifecycle } from './record-link.js';
import { recordLinkPolicy } from './record-link.policy.js';
import { recordLinkRules } from './record-link-rules.js';
import { readSharable } from './shared-items.reader.js';

const reference = (id: string | undefined) => (id === undefined ? null : { id });

/** Resolvers of links to a record, and of what they show. */
export const recordLinkResolvers: Resolvers = {
  Mutation: {
    shareRecord: async (_root, { input }, { actor, learning }) =>
      toResult('ShareRecordSuccess', await learning.shareRecord(actor, input), (made) => made),
    withdrawRecordLink: async (_root, { input }, { actor, learning }) =>
      toResult(
        'WithdrawRecordLinkSuccess',
        await learning.withdrawRecordLink(actor, { linkId: toId(input.linkId) }),
        (link) => ({ link }),
      ),
    openRecordLink: async (_root, { input }, { actor, learning }) =>
      toResult('OpenRecordLinkSuccess', await learning.openRecordLink(actor, input), (record) => ({ record })),
    printTranscript: async (_root, { input }, { actor, now, loaders, learning, writeTranscript }) => {
      const opened = await learning.openRecordLink(actor, input);
      if (!opened.ok) return opened.error;
      const items = await loaders.itemsOfLinks.load(opened.value);
      const pdf = await writeTranscript({ link: opened.value, items, ...input, now });
      return { __typename: 'PrintTranscriptSuccess', pdf };
    },
  },
  Member: {
    recordLinks: ({ id }, page, { actor, read }) =>
      read.recordLinks.pageOf(actor, id, readPageRequest(page, ['instant', 'id'])),
    sharable: ({ id }, _args, { actor, read }) =>
      recordLinkPolicy.canRead(actor, id) ? readSharable(read, actor, id) : null,
    recordLinkActions: async ({ id }, _args, { actor, now, read }) => {
      if (!recordLinkPolicy.canRead(actor, id)) return null;
      return (await read.recordLinks.countOpen(actor, now)) < recordLinkRules.openMax ? ['SHARE'] : [];
    },
  },
  RecordLink: {
    status: (link, _args, { now }) => linkStatus(link, now),
    items: (link, _args, { loaders }) => loaders.itemsOfLinks.load(link),
    chosenCount: async (link, _args, { loaders }) => (await loaders.chosenOfLinks.load(link)).length,
    views: (link, _args, { loaders }) => loaders.viewsOfLinks.load(link),
    viewerActions: (link, _args, { actor, now }) =>
      viewerActions(recordLinkLifecycle, { status: linkStatus(link, now) }, now, (action) =>
        recordLinkPolicy.can(actor, action, link),
      ).filter((action) => action === 'WITHDRAW'),
  },
  OpenedRecord: {
    items: (link, _args, { loaders }) => loaders.itemsOfLinks.load(link),
    issuer: (_link, _args, { badges }) => badges?.issuer.did ?? null,
  },
  SharedEvidence: {
    id: ({ evidence }) => evidence.id,
    kind: ({ evidence }) => evidence.kind,
    happenedAt: ({ evidence }) => evidence.happenedAt,
    until: ({ evidence }) => evidence.until ?? null,
    minutes: ({ evidence }) => evidence.minutes ?? null,
    activityKind: ({ evidence }) => knownActivityKind(evidence.detail.activityKind),
    positionKind: ({ evidence }) => knownPositionKind(evidence.detail.positionKind),
    activity: ({ evidence }) => reference(evidence.detail.activityId),
    group: ({ evidence }) => reference(evidence.detail.groupId),
    proposal: ({ evidence }) => reference(evidence.detail.proposalId),
    path: async ({ evidence }, _args, { loaders }) =>
      evidence.detail.pathId === undefined ? null : ((await loaders.paths.load(toId(evidence.detail.pathId))) ?? null),
  },
  SharedCredential: {
    id: ({ credential }) => credential.id,
    status: ({ credential }) => (credential.status === 'CLAIMED' ? 'ISSUED' : credential.status),
    issuedAt: ({ credential }) => credential.issuedAt,
    expiresAt: ({ credential }) => credential.expiresAt ?? null,
    document: async ({ credential, achievement, evidence }, _args, { badges, campusZone }) => {
      if (badges === undefined) return null;
      const facts = { credential, achievement, evidence, holderName: undefined, language: 'EN', campusZone } as const;
      return JSON.stringify(await badges.sign(badgeDocument(badges.issuer, facts), credential.issuedAt));
    },
  },
};
