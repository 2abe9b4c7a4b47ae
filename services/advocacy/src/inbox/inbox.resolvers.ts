import { bouncesMax, toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { inboxIdOf, inboxPolicy, inboxesOf } from './inbox.policy.js';

const languages = { EN: 'en', ZH_CN: 'zh-CN' } as const;
const inboxActions = ['READ', 'CHANGE_SETTINGS'] as const;

/** Resolvers of one's own inboxes. */
export const inboxResolvers: Resolvers = {
  Mutation: {
    readCaseNotices: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ReadCaseNoticesSuccess',
        await advocacy.readCaseNotices(actor, { ...input, noticeIds: input.noticeIds.map((id) => toId(id)) }),
        (inbox) => ({ inbox }),
      ),
    changeCaseInboxSettings: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ChangeCaseInboxSettingsSuccess',
        await advocacy.changeCaseInboxSettings(actor, {
          ...input,
          address: input.address ?? undefined,
          language: languages[input.language],
        }),
        (inbox) => ({ inbox }),
      ),
  },
  Viewer: {
    caseInboxes: async (_viewer, _args, { viewer, loaders }) =>
      inboxesOf(viewer, (await loaders.emergencyPerson()).isGuardian),
  },
  CaseInbox: {
    id: inboxIdOf,
    role: ({ kind }) => kind,
    department: async (inbox, _args, { loaders }) =>
      inbox.kind === 'DEPARTMENT' ? ((await loaders.departments.load(inbox.departmentId)) ?? null) : null,
    unreadCount: (inbox, _args, { read }) => read.inbox.countUnread(inbox),
    notices: (inbox, page, { read }) => read.inbox.page(inbox, readPageRequest(page, ['instant', 'id'])),
    settings: async (inbox, _args, { viewer, read }) =>
      inboxPolicy.can(viewer, 'CHANGE_SETTINGS', inbox) ? read.inboxSettings.read(inbox) : null,
    viewerActions: (inbox, _args, { viewer }) =>
      inboxActions.filter((action) => inboxPolicy.can(viewer, action, inbox)),
  },
  CaseNotice: {
    // An id that was told once is no right: what is hidden from the viewer by now is not there.
    case: async ({ caseId }, _args, { loaders }) =>
      caseId === undefined ? null : ((await loaders.visibleCases.load(caseId)) ?? null),
    entry: async ({ caseId }, _args, { loaders }) =>
      caseId === undefined ? null : ((await loaders.queuedCases.load(caseId)) ?? null),
    referral: async ({ referralId }, _args, { loaders }) =>
      referralId === undefined ? null : ((await loaders.visibleReferrals.load(referralId)) ?? null),
  },
  CaseInboxSettings: {
    language: ({ language }) => (language === 'en' ? 'EN' : 'ZH_CN'),
    isStopped: ({ bounces }) => bounces >= bouncesMax,
  },
};
