import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { CompanyAsk } from '../company.js';

/** Takes an ask back inside the caller's transaction. Nobody is told; a company of two ends, and the other waits again. */
export async function giveUpCompany({ companies, conversations }: Unit<Repositories>, ask: CompanyAsk): Promise<void> {
  const { isOver } = await companies.remove(ask);
  if (ask.companyId === undefined) return;
  await conversations.leave('COMPANY', ask.companyId, ask.memberId);
  if (isOver) await conversations.close('COMPANY', ask.companyId);
}
