import type { EntityManager } from 'typeorm';
import type { SecretKeeper } from './api-client/api-client.js';
import { ApiClientEntity } from './api-client/api-client.entity.js';
import { createApiClientRepository, type ApiClientRepository } from './api-client/api-client.repository.js';
import { secretSource } from './api-client/secret-source.crypto.js';
import type { SecretSource } from './api-client/secret-source.js';
import { previewReferral, type PreviewRequest, type ReferralPreview } from './referral-preview.js';
import { createHolderRepository, type HolderRepository } from './referral/holder.repository.js';
import { MilestoneEntity } from './referral/milestone.entity.js';
import { createMilestoneRepository, type MilestoneRepository } from './referral/milestone.repository.js';
import {
  createReferralFiguresRepository,
  type ReferralFiguresRepository,
} from './referral/referral-figures.repository.js';
import type { Vault } from './sealing/sealing.js';
import type { CaseViewer } from './sealing/viewer.js';
import { WebhookEntity, WebhookMessageEntity } from './webhook/webhook.entity.js';
import { createWebhookRepository, type WebhookRepository } from './webhook/webhook.repository.js';
import { createWebhookSender, readAllowedHosts } from './webhook/webhook-sender.http.js';
import type { WebhookSender } from './webhook/webhook.js';

/** The tables of what departments promise, their programs and their webhooks. */
export const departmentEntities = [ApiClientEntity, MilestoneEntity, WebhookEntity, WebhookMessageEntity];

/** Everything that keeps what departments promise, their programs and their webhooks. */
export type DepartmentRepositories = {
  readonly apiClients: ApiClientRepository;
  readonly milestones: MilestoneRepository;
  readonly webhooks: WebhookRepository;
};

/** Those repositories over one connection or transaction. */
export function createDepartmentRepositories(manager: EntityManager, vault: Vault): DepartmentRepositories {
  return {
    apiClients: createApiClientRepository(manager),
    milestones: createMilestoneRepository(manager),
    webhooks: createWebhookRepository(manager, vault),
  };
}

/** What use cases about departments' systems take besides repositories. */
export type DepartmentDeps = {
  readonly secrets: SecretSource;
  /** Who keeps the secrets of departments' programs. */
  readonly secretKeeper: SecretKeeper;
  readonly webhookSender: WebhookSender;
};

/** Reads from the environment who keeps the programs' secrets and which private hosts the operator vouches for. */
export function readDepartmentDeps(environment: Readonly<Record<string, string | undefined>>): DepartmentDeps {
  return {
    secrets: secretSource,
    secretKeeper: environment['GUILDHALL_SECRET_KEEPER'] === 'UNIVERSITY' ? 'UNIVERSITY' : 'PLATFORM',
    webhookSender: createWebhookSender({
      allowedHosts: readAllowedHosts(environment['GUILDHALL_WEBHOOK_ALLOWED_HOSTS']),
    }),
  };
}

/** What resolvers read of departments besides through loaders. */
export type DepartmentReads = {
  readonly holders: HolderRepository;
  readonly referralFigures: ReferralFiguresRepository;
  readonly previewReferral: (request: PreviewRequest) => Promise<ReferralPreview | null>;
};

/** Those reads for one request. */
export function createDepartmentReads(
  viewer: CaseViewer,
  scope: { readonly manager: EntityManager; readonly vault: Vault; readonly now: Date },
): DepartmentReads {
  return {
    holders: createHolderRepository(scope.manager),
    referralFigures: createReferralFiguresRepository(scope.manager),
    previewReferral: (request) => previewReferral(viewer, request, scope),
  };
}
