import type { BaseContext } from '@guildhall/subgraph';
import type { CaseWorkerRepository } from './case-worker/case-worker.repository.js';
import type { Repositories } from './deps.js';
import type { DisclosureRepository } from './disclosure/disclosure.repository.js';
import type { InsightsRepository } from './insights/insights.repository.js';
import type { IssueInsightsRepository } from './issue-insights/issue-insights.repository.js';
import type { Loaders } from './loaders.js';
import type { AttachmentGate } from './attachment/attachment.gate.js';
import type { ReceiptReader } from './receipt/receipt.reader.js';
import type { MediationInsightsRepository } from './mediation-insights/mediation-insights.repository.js';
import type { MediationViewer } from './mediation/mediation-viewer.js';
import type { SecretKeeper } from './api-client/api-client.js';
import type { DepartmentReads } from './department-wing.js';
import type { CaseViewer } from './sealing/viewer.js';
import type { UseCases } from './use-cases.js';

/** What a resolver of this service works with for one request. It can write no sealed words and open none but through the loader that keeps the ledger. */
export type Context = BaseContext & {
  readonly viewer: CaseViewer;
  readonly secretKeeper: SecretKeeper;
  /** The name of an actor in the ledger. */
  readonly alias: (actorKey: string) => string;
  readonly mediationViewer: MediationViewer;
  readonly loaders: Loaders;
  readonly gate: AttachmentGate;
  readonly read: Pick<
    Repositories,
    | 'mediationRooms'
    | 'mediations'
    | 'mediators'
    | 'cases'
    | 'departments'
    | 'referrals'
    | 'updates'
    | 'proposals'
    | 'matters'
    | 'lessons'
    | 'emergencies'
    | 'inbox'
    | 'inboxSettings'
    | 'notes'
    | 'safeguarding'
    | 'walls'
  > &
    DepartmentReads & {
      readonly collectives: Pick<Repositories['collectives'], 'listVisible'>;
      readonly serviceRules: Pick<Repositories['serviceRules'], 'list'>;
      readonly issues: Repositories['issues'];
      readonly issuePosts: Repositories['issuePosts'];
      readonly issueTexts: Repositories['issueTexts'];
      readonly posts: Repositories['posts'];
      readonly issueInsights: IssueInsightsRepository;
      readonly caseWorkers: CaseWorkerRepository;
      readonly disclosures: DisclosureRepository;
      readonly webhooks: Pick<Repositories['webhooks'], 'pageOfMessages'>;
      readonly insights: InsightsRepository;
      readonly mediationInsights: MediationInsightsRepository;
      readonly receipts: ReceiptReader;
      readonly representatives: Pick<Repositories['representatives'], 'findCase' | 'pageCases' | 'pageMessages'>;
      readonly templates: Pick<Repositories['templates'], 'page' | 'listForMatter'>;
      readonly receiptRows: Pick<Repositories['receipts'], 'findMadeAt'>;
    };
  readonly advocacy: UseCases;
};
