import { useState, type ReactElement } from 'react';
import { Button, Cluster, Notice, Stack, useTexts } from '@guildhall/ui';
import styles from './copy-address.module.css';

type CopyAddressProps = {
  readonly address: string;
  readonly label: string;
  /** The section of the page's words that says how it went. */
  readonly words: 'calendarFeed' | 'links';
  readonly look?: 'primary';
};

/** An address to copy; where copying is not possible it stands there to be marked. */
export function CopyAddress({ address, label, words, look }: CopyAddressProps): ReactElement {
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
      <code className={styles.address}>{address}</code>
      <Cluster>
        <Button {...(look && { look })} onPress={() => void copy()}>
          {label}
        </Button>
      </Cluster>
      <div role="status">
        {copied !== undefined && (
          <Notice tone={copied ? 'good' : 'warn'}>{t(`${words}.${copied ? 'copied' : 'notCopied'}`)}</Notice>
        )}
      </div>
    </Stack>
  );
}
