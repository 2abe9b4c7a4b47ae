import { useState, type ReactElement } from 'react';
import { Button, Cluster, Notice, Stack, useTexts } from '@guildhall/ui';
import styles from './credentials.module.css';

/** A link to copy; where copying is not possible it stands there to be marked. */
export function CopyLink({ address }: { readonly address: string }): ReactElement {
  const { t } = useTexts();
  const [copied, setCopied] = useState<boolean>();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Stack gap="small">
      <code className={styles.did}>{address}</code>
      <Cluster>
        <Button look="primary" onPress={() => void copy()}>
          {t('links.copy')}
        </Button>
      </Cluster>
      <div role="status">
        {copied !== undefined && (
          <Notice tone={copied ? 'good' : 'warn'}>{t(copied ? 'links.copied' : 'links.notCopied')}</Notice>
        )}
      </div>
    </Stack>
  );
}
