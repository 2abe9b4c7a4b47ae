import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Webhook, WebhookMessage } from './webhook.js';

/** The table `webhook`. */
export const WebhookEntity = new EntitySchema<Webhook>({
  name: 'Webhook',
  tableName: 'webhook',
  columns: {
    id: { type: 'uuid', primary: true },
    departmentId: { type: 'uuid' },
    url: { type: 'text' },
    description: { type: 'text' },
    status: { type: 'text' },
    madeAt: { type: 'timestamptz' },
    madeBy: { type: 'text' },
    changedAt: { type: 'timestamptz' },
    keyId: { type: 'text' },
    dataKey: { type: 'bytea' },
    version: { type: 'integer' },
  },
});

/** The table `webhook_message`. */
export const WebhookMessageEntity = new EntitySchema<WebhookMessage>({
  name: 'WebhookMessage',
  tableName: 'webhook_message',
  columns: {
    id: { type: 'uuid', primary: true },
    webhookId: { type: 'uuid' },
    kind: { type: 'text' },
    referralId: { type: 'uuid', nullable: true, transformer: absent },
    occasion: { type: 'text' },
    madeAt: { type: 'timestamptz' },
    triedFrom: { type: 'timestamptz' },
    status: { type: 'text' },
    attempts: { type: 'integer' },
    nextAt: { type: 'timestamptz', nullable: true, transformer: absent },
    settledAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
