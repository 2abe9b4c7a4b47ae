import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers, WebhookAction } from '../generated/graphql.js';
import { webhookPolicy } from './webhook.policy.js';
import type { WebhookStatus } from './webhook.js';

const possible: Readonly<Record<WebhookStatus, readonly WebhookAction[]>> = {
  ENABLED: ['TEST', 'ROTATE', 'DISABLE', 'DELETE'],
  DISABLED: ['ROTATE', 'ENABLE', 'DELETE'],
  FAILING: ['TEST', 'ROTATE', 'ENABLE', 'DISABLE', 'DELETE'],
};

/** Resolvers of the noun Webhook, with its log. */
export const webhookResolvers: Resolvers = {
  Department: {
    webhooks: ({ id }, _args, { loaders }) => loaders.webhooksOf.load(id),
  },
  Mutation: {
    createWebhook: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'CreateWebhookSuccess',
        await advocacy.createWebhook(actor, {
          departmentId: toId(input.departmentId),
          url: input.url,
          description: input.description ?? '',
        }),
        (made) => made,
      ),
    rotateWebhookSecret: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RotateWebhookSecretSuccess',
        await advocacy.rotateWebhookSecret(actor, { webhookId: toId(input.webhookId) }),
        (rotated) => rotated,
      ),
    setWebhookStatus: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'SetWebhookStatusSuccess',
        await advocacy.setWebhookStatus(actor, {
          webhookId: toId(input.webhookId),
          status: input.isEnabled ? 'ENABLED' : 'DISABLED',
        }),
        (webhook) => ({ webhook }),
      ),
    deleteWebhook: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DeleteWebhookSuccess',
        await advocacy.deleteWebhook(actor, { webhookId: toId(input.webhookId) }),
        (webhook) => ({ webhook }),
      ),
    testWebhook: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'TestWebhookSuccess',
        await advocacy.testWebhook(actor, {
          webhookId: toId(input.webhookId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (delivery) => ({ delivery }),
      ),
    resendWebhookDelivery: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ResendWebhookDeliverySuccess',
        await advocacy.resendWebhookDelivery(actor, {
          deliveryId: toId(input.deliveryId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (delivery) => ({ delivery }),
      ),
  },
  Webhook: {
    secretMadeAt: async ({ id }, _args, { loaders }) => (await loaders.secretDatesOf.load(id))?.madeAt ?? null,
    oldSecretUntil: async ({ id }, _args, { loaders }) => (await loaders.secretDatesOf.load(id))?.oldUntil ?? null,
    deliveries: ({ id }, page, { actor, read }) =>
      read.webhooks.pageOfMessages(actor, id, readPageRequest(page, ['instant', 'id'])),
    viewerActions: ({ status, departmentId }, _args, { actor }) =>
      webhookPolicy.canManage(actor, departmentId) ? possible[status] : [],
  },
  WebhookDelivery: {
    type: ({ kind }) => kind,
    referral: async ({ referralId }, _args, { loaders }) =>
      referralId === undefined ? null : ((await loaders.referralsById.load(referralId)) ?? null),
    attempts: ({ id }, _args, { loaders }) => loaders.attemptsOf.load(id),
    nextAttemptAt: ({ nextAt }) => nextAt ?? null,
    viewerActions: ({ status }) => (status === 'WAITING' ? [] : ['RESEND']),
  },
  WebhookAttempt: {
    statusCode: ({ statusCode }) => statusCode ?? null,
  },
};
