import type { DisclosureRepository } from './disclosure.repository.js';

/** How many chains there are and how many of them are not as they were written. Whose they are is not told. */
export type LedgerReport = { readonly chains: number; readonly broken: number };

const chunkSize = 100;

/** Checks the chain of every read ledger, one at a time. */
export async function verifyLedgers(
  disclosures: Pick<DisclosureRepository, 'listChainNames' | 'isNamedIntact'>,
  onProgress: (chains: number) => void,
): Promise<LedgerReport> {
  let chains = 0;
  let broken = 0;
  for (let after = ''; ;) {
    const names = await disclosures.listChainNames(after, chunkSize);
    for (const name of names) {
      chains += 1;
      if (!(await disclosures.isNamedIntact(name))) broken += 1;
    }
    const last = names.at(-1);
    if (last === undefined) return { chains, broken };
    after = last;
    onProgress(chains);
  }
}
