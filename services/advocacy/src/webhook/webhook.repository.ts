import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Vault } from '../sealing/sealing.js';
import { WebhookEntity, WebhookMessageEntity } from './webhook.entity.js';
import type { SecretDates, Webhook, WebhookAttempt, WebhookId, WebhookMessage } from './webhook.js';
import { visibleWebhooks } from './webhook.policy.js';

type SecretRow = { content: Buffer };
type DatesRow = { webhook_id: WebhookId; made_at: Date; old_until: Date | null };
type AttemptRow = {
  message_id: Id<'WebhookMessage'>;
  number: number;
  at: Date;
  outcome: WebhookAttempt['outcome'];
  status_code: number | null;
  latency_ms: number;
};
type MessageId = Id<'WebhookMessage'>;

/** A signing secret, as its row is named. */
export type NewSecret = { readonly id: Id<'WebhookSecret'>; readonly secret: string; readonly madeAt: Date };

/** Reads and writes webhooks, their sealed secrets and their log; every read but the platform's own takes the actor. */
export type WebhookRepository = ReturnType<typeof createWebhookRepository>;

/** A repository over one connection or transaction. */
export function createWebhookRepository(manager: EntityManager, vault: Vault) {
  const visible = (actor: Actor) =>
    manager
      .createQueryBuilder(WebhookEntity, 'webhook')
      .where('(:all or webhook.departmentId = any(:departmentIds))', { ...visibleWebhooks(actor) });
  const messages = (actor: Actor) =>
    manager
      .createQueryBuilder(WebhookMessageEntity, 'message')
      .innerJoin('webhook', 'w', 'w.id = message.webhookId')
      .where('(:all or w.department_id = any(:departmentIds))', { ...visibleWebhooks(actor) });
  const placeOf = (webhookId: WebhookId) => ({ ownerId: webhookId, place: 'signing-secret' });

  return {
    /** The webhooks of departments, oldest first. */
    listOf: (actor: Actor, departmentIds: readonly Id<'Department'>[]): Promise<readonly Webhook[]> =>
      visible(actor)
        .andWhere('webhook.departmentId = any(:wanted)', { wanted: departmentIds })
        .orderBy('webhook.madeAt')
        .addOrderBy('webhook.id')
        .getMany(),

    /** One webhook, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: WebhookId): Promise<Webhook | null> =>
      visible(actor).andWhere('webhook.id = :id', { id }).getOne(),

    /** How many webhooks a department has; others who count wait until the transaction ends. */
    async count(departmentId: Id<'Department'>): Promise<number> {
      await manager.query('select 1 from department where id = $1 for update', [departmentId]);
      return manager.createQueryBuilder(WebhookEntity, 'webhook').where({ departmentId }).getCount();
    },

    /** The enabled webhooks of a department, for telling them; by id alone. */
    async listenersOf(departmentId: Id<'Department'>): Promise<readonly WebhookId[]> {
      const rows: readonly { id: WebhookId }[] = await manager.query(
        `select id from webhook where department_id = $1 and status = 'ENABLED' order by id`,
        [departmentId],
      );
      return rows.map(({ id }) => id);
    },

    add: (webhook: Webhook): Promise<Webhook> => insertRow(manager, WebhookEntity, webhook),
    save: (webhook: Webhook): Promise<Webhook> => updateRow(manager, WebhookEntity, webhook),
    /** Removes a webhook with its secrets and its log. */
    remove: (id: WebhookId): Promise<unknown> => manager.query('delete from webhook where id = $1', [id]),

    /** Makes a new secret the current one; the one before signs besides it until `oldUntil`, older ones no more. */
    async addSecret(webhook: Webhook, { id, secret, madeAt }: NewSecret, oldUntil: Date): Promise<void> {
      await manager.query('delete from webhook_secret where webhook_id = $1 and ends_at is not null', [webhook.id]);
      await manager.query('update webhook_secret set ends_at = $2 where webhook_id = $1', [webhook.id, oldUntil]);
      const content = await vault.seal(webhook, placeOf(webhook.id), secret);
      await manager.query('insert into webhook_secret (id, webhook_id, content, made_at) values ($1, $2, $3, $4)', [
        id,
        webhook.id,
        content,
        madeAt,
      ]);
    },

    /** The secrets that sign now, the current one first. */
    async openSecrets(webhook: Webhook, now: Date): Promise<readonly string[]> {
      const rows: readonly SecretRow[] = await manager.query(
        'select content from webhook_secret where webhook_id = $1 and (ends_at is null or ends_at > $2) order by made_at desc, ends_at nulls first',
        [webhook.id, now],
      );
      return Promise.all(rows.map(({ content }) => vault.open(webhook, placeOf(webhook.id), content)));
    },

    /** Since when the current secrets sign, and until when the ones before still do. */
    async secretDates(ids: readonly WebhookId[], now: Date): Promise<readonly SecretDates[]> {
      const rows: readonly DatesRow[] = await manager.query(
        `select webhook_id, max(made_at) filter (where ends_at is null) as made_at, max(ends_at) filter (where ends_at > $2) as old_until
         from webhook_secret where webhook_id = any($1::uuid[]) group by webhook_id`,
        [ids, now],
      );
      return rows.map((row) => ({
        webhookId: row.webhook_id,
        madeAt: row.made_at,
        oldUntil: row.old_until ?? undefined,
      }));
    },

    /** Adds a message; the same occasion adds none. */
    async addMessage(message: WebhookMessage): Promise<void> {
      const { id, webhookId, kind, referralId, occasion, madeAt } = message;
      await manager.query(
        `insert into webhook_message (id, webhook_id, kind, referral_id, occasion, made_at, tried_from, status, attempts, next_at, version)
         values ($1, $2, $3, $4, $5, $6, $6, 'WAITING', 0, $6, 1) on conflict on constraint webhook_message_occasion_unique do nothing`,
        [id, webhookId, kind, referralId ?? null, occasion, madeAt],
      );
    },

    /** One message, or nothing when missing or hidden. */
    findMessage: (actor: Actor, id: MessageId): Promise<WebhookMessage | null> =>
      messages(actor).andWhere('message.id = :id', { id }).getOne(),

    saveMessage: (message: WebhookMessage): Promise<WebhookMessage> =>
      updateRow(manager, WebhookMessageEntity, message),

    /** The log of one webhook, newest first. */
    async pageOfMessages(
      actor: Actor,
      webhookId: WebhookId,
      { first, after }: PageRequest,
    ): Promise<Page<WebhookMessage>> {
      const query = messages(actor).andWhere('message.webhookId = :webhookId', { webhookId });
      if (after !== undefined)
        query.andWhere('(message.madeAt, message.id) < (:madeAt, :after)', { madeAt: after[0], after: after[1] });
      const rows = await query
        .orderBy('message.madeAt', 'DESC')
        .addOrderBy('message.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ madeAt, id }) => [madeAt.toISOString(), id]);
    },

    /** Whether anything reached the webhook since an instant. */
    async wasReached(webhookId: WebhookId, since: Date): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `select 1 from webhook_message m join webhook_attempt a on a.message_id = m.id
         where m.webhook_id = $1 and a.at >= $2 and a.outcome = 'DELIVERED' limit 1`,
        [webhookId, since],
      );
      return rows.length > 0;
    },

    async addAttempt({ messageId, number, at, outcome, statusCode, latencyMs }: WebhookAttempt): Promise<void> {
      await manager.query(
        'insert into webhook_attempt (message_id, number, at, outcome, status_code, latency_ms) values ($1, $2, $3, $4, $5, $6)',
        [messageId, number, at, outcome, statusCode ?? null, Math.round(latencyMs)],
      );
    },

    /** The attempts of messages that the actor was shown already, first to last. */
    async listAttempts(messageIds: readonly MessageId[]): Promise<readonly WebhookAttempt[]> {
      const rows: readonly AttemptRow[] = await manager.query(
        'select * from webhook_attempt where message_id = any($1::uuid[]) order by message_id, number',
        [messageIds],
      );
      return rows.map((row) => ({
        messageId: row.message_id,
        number: row.number,
        at: row.at,
        outcome: row.outcome,
        statusCode: row.status_code ?? undefined,
        latencyMs: row.latency_ms,
      }));
    },

    /** Forgets what was settled before the instant, and secrets that sign no more. */
    async clean(before: Date, now: Date): Promise<void> {
      await manager.query('delete from webhook_message where settled_at < $1', [before]);
      await manager.query('delete from webhook_secret where ends_at < $1', [now]);
    },
  };
}
