import { departmentsOf, type Actor, type Id } from '@guildhall/kernel';
import { deliveryTask, managesWebhooks, webhookCleaningTask } from './webhook.js';

/** Whose webhooks an actor may see; the repository turns this into SQL. */
export type WebhookScope = { readonly departmentIds: readonly Id<'Department'>[]; readonly all: boolean };

/** Who manages the webhooks of a department sees them; the platform sees what it delivers. */
export function visibleWebhooks(actor: Actor): WebhookScope {
  return {
    departmentIds: departmentsOf(actor).filter((id) => managesWebhooks(actor, id)),
    all: actor.kind === 'system' && actor.task === deliveryTask,
  };
}

/** Who may do what to webhooks. Whoever sees one manages it. */
export const webhookPolicy = {
  canManage: managesWebhooks,
  canDeliver: (actor: Actor): boolean => actor.kind === 'system' && actor.task === deliveryTask,
  canClean: (actor: Actor): boolean => actor.kind === 'system' && actor.task === webhookCleaningTask,
};
