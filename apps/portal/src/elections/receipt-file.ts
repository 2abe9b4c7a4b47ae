import type { Translate } from '@guildhall/ui';

type Kept = {
  readonly title: string;
  readonly electionId: string;
  readonly receipts: readonly { readonly position: string; readonly receipt: string }[];
};

/**
 * The receipts as a text to keep: which contest each belongs to and where to check it. It holds no preference, no name and no
 * time, so that the file says no more than the receipts do.
 */
export function receiptFile(t: Translate, { title, electionId, receipts }: Kept): string {
  const lines = [
    t('elections.fileTitle', { title }),
    '',
    ...receipts.flatMap(({ position, receipt }) => [position, receipt, '']),
    t('elections.fileCheck'),
    `${window.location.origin}/elections/${electionId}/receipt`,
    '',
    t('elections.provesNot'),
  ];
  return `${lines.join('\n')}\n`;
}
