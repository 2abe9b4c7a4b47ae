import { bouncesMax } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { notificationPolicy } from './notification.policy.js';
import { canSwitchOff } from './reason.js';

const languages = { EN: 'en', ZH_CN: 'zh-CN' } as const;

/** Resolvers of how the viewer wants to be told. */
export const settingsResolvers: Resolvers = {
  Mutation: {
    changeNotificationSettings: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ChangeNotificationSettingsSuccess',
        await membership.changeNotificationSettings(actor, { ...input, language: languages[input.language] }),
        (settings) => ({ settings }),
      ),
    changeMailAddress: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ChangeMailAddressSuccess',
        await membership.changeMailAddress(actor, { ...input, address: input.address ?? undefined }),
        (settings) => ({ settings }),
      ),
    confirmMailAddress: async (_root, { input }, { actor, membership }) =>
      toResult('ConfirmMailAddressSuccess', await membership.confirmMailAddress(actor, input), (settings) => ({
        settings,
      })),
    stopNotificationMail: async (_root, { input }, { actor, membership }) =>
      toResult('StopNotificationMailSuccess', await membership.stopNotificationMail(actor, input), (isStopped) => ({
        isStopped,
      })),
  },
  Viewer: {
    notificationSettings: async (_viewer, _args, { actor, read }) => {
      const memberId = notificationPolicy.ownInbox(actor);
      return memberId === undefined ? null : read.notificationSettings.read(memberId);
    },
  },
  NotificationSettings: {
    hasMail: (_settings, _args, { hasMail }) => hasMail,
    address: ({ address }) => address ?? null,
    proposedAddress: ({ proposed }, _args, { now }) =>
      proposed === undefined || proposed.until <= now ? null : proposed.address,
    isUnreachable: ({ bounces }) => bounces >= bouncesMax,
    language: ({ language }) => (language === 'en' ? 'EN' : 'ZH_CN'),
  },
  NotificationPreference: {
    canSwitchOff: ({ topic }) => canSwitchOff(topic),
  },
};
