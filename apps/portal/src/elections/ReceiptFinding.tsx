import type { ReactElement } from 'react';
import { Notice, useTexts } from '@guildhall/ui';
import { checkReceipt, type AskedElection } from './check-receipt.js';
import styles from './elections.module.css';

type FindingProps = {
  readonly receipt: string;
  readonly election: AskedElection;
};

/** What a receipt is worth, computed here. */
export function ReceiptFinding({ receipt, election }: FindingProps): ReactElement {
  const { t } = useTexts();
  const finding = checkReceipt(receipt, election);
  switch (finding.kind) {
    case 'INCLUDED':
      return (
        <Notice tone="good">
          <strong>{t('elections.finding.INCLUDED', { position: finding.position })}</strong>
          <span>{t('elections.finding.includedBody', { count: finding.size })}</span>
          <span>{t('elections.finding.root')}</span>
          <code className={styles.long}>{finding.root}</code>
        </Notice>
      );
    case 'FALSE_PROOF':
      return <Notice tone="danger">{t('elections.finding.FALSE_PROOF', { position: finding.position })}</Notice>;
    case 'ABSENT':
      return (
        <Notice tone="warn">
          <strong>{t('elections.finding.ABSENT')}</strong>
          <span>{t('elections.finding.absentBody')}</span>
        </Notice>
      );
    case 'TOO_EARLY':
    case 'NO_ROOT':
      return <Notice>{t(`elections.finding.${finding.kind}`)}</Notice>;
  }
}
