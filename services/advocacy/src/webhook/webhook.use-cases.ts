import { createWebhook } from './use-cases/create-webhook.js';
import { deleteWebhook } from './use-cases/delete-webhook.js';
import { resendWebhookDelivery } from './use-cases/resend-webhook-delivery.js';
import { rotateWebhookSecret } from './use-cases/rotate-webhook-secret.js';
import { setWebhookStatus } from './use-cases/set-webhook-status.js';
import { testWebhook } from './use-cases/test-webhook.js';

/** Every mutation of webhooks. */
export const webhookUseCases = {
  createWebhook,
  deleteWebhook,
  resendWebhookDelivery,
  rotateWebhookSecret,
  setWebhookStatus,
  testWebhook,
};
