import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Button, buttonClass, Card, Cluster, Notice, useTexts } from '@guildhall/ui';
import styles from './receipt.module.css';

/** A code, shown this once: to copy, to print, to write down. */
export function ReceiptCode({ code, lead }: { readonly code: string; readonly lead: string }): ReactElement {
  const { t } = useTexts();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Card>
      <h2>{t('receipt.yours')}</h2>
      <p>{lead}</p>
      <p className={styles.code}>
        <code>{code}</code>
      </p>
      <Notice tone="warn">{t('receipt.once')}</Notice>
      <Cluster>
        <Button look="primary" onPress={() => void copy()}>
          {t('receipt.copy')}
        </Button>
        <Button onPress={() => window.print()}>{t('receipt.print')}</Button>
        <Link className={buttonClass} data-look="plain" to="/receipt">
          {t('receipt.toPage')}
        </Link>
      </Cluster>
      {isCopied && <Notice tone="good">{t('receipt.copied')}</Notice>}
    </Card>
  );
}
