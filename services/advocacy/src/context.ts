import type { BaseContext } from '@guildhall/subgraph';
import type { CaseWorkerRepository } from './case-worker/case-worker.repository.js';
import type { Repositories } from './deps.js';
import type { DisclosureRepository } from './disclosure/disclosure.repository.js';
import type { InsightsRepository } from './insights/insights.repository.js';
import type { Loaders } from './loaders.js';
import type { ReceiptReader } from './receipt/receipt-reader.js';
import type { CaseViewer } from './sealing/viewer.js';
import type { UseCases } from './use-cases.js';

/** What a resolver of this service works with for one request. It can write no sealed words and open none but through the loader that keeps the ledger. */
export type Context = BaseContext & {
  readonly viewer: CaseViewer;
  readonly loaders: Loaders;
  readonly read: Pick<Repositories, 'cases' | 'departments' | 'referrals' | 'updates' | 'lessons'> & {
    readonly caseWorkers: CaseWorkerRepository;
    readonly disclosures: DisclosureRepository;
    readonly insights: InsightsRepository;
    readonly receipts: ReceiptReader;
    readonly templates: Pick<Repositories['templates'], 'page' | 'listForMatter'>;
    readonly receiptRows: Pick<Repositories['receipts'], 'findMadeAt'>;
  };
  readonly advocacy: UseCases;
};
