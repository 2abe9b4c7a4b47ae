import { actorKey, err, limitReached, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkWebhook, webhooksMax, type Webhook, type WebhookRequest } from '../webhook.js';
import { webhookPolicy } from '../webhook.policy.js';

/** Which address is to be told for which department. */
export type CreateWebhook = WebhookRequest & { readonly departmentId: Id<'Department'> };

/** Adds an address that is told of a department's referrals from now on; its first signing secret is shown this once. */
export function createWebhook(
  { transaction, clock, ids, vault, secrets, webhookSender }: Deps,
  actor: Actor,
  { departmentId, ...request }: CreateWebhook,
) {
  return transaction(async ({ departments, webhooks }) => {
    const now = clock.now();
    const [department] = await departments.listByIds([departmentId]);
    if (department === undefined) return err(notFound('Department'));
    if (!webhookPolicy.canManage(actor, departmentId)) return err(notAllowed('CREATE', 'Webhook'));
    const checked = checkWebhook(request, (url) => webhookSender.problemWith(url));
    if (!checked.ok) return checked;
    if ((await webhooks.count(departmentId)) >= webhooksMax)
      return err(limitReached(`A department has at most ${webhooksMax} webhooks.`, webhooksMax));
    const id = ids.random<'Webhook'>();
    const webhook: Webhook = {
      ...checked.value,
      ...(await vault.newKey(id)),
      id,
      departmentId,
      status: 'ENABLED',
      madeAt: now,
      madeBy: actorKey(actor),
      changedAt: now,
      version: 1,
    };
    const secret = secrets.webhookSecret();
    await webhooks.add(webhook);
    await webhooks.addSecret(webhook, { id: ids.random(), secret, madeAt: now }, now);
    return ok({ webhook, secret });
  });
}
