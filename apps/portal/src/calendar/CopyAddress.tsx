import { useState, type ReactElement } from 'react';
import { Button, Cluster, Notice, Stack, useTexts } from '@guildhall/ui';
import styles from './calendar.module.css';

/** An address to copy; where copying is not possible it stands there to be marked. */
export function CopyAddress({ address, label }: { readonly address: string; readonly label: string }): ReactElement {
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
        <Button onPress={() => void copy()}>{label}</Button>
      </Cluster>
      <div role="status">
        {copied !== undefined && (
          <Notice tone={copied ? 'good' : 'warn'}>
            {t(copied ? 'calendarFeed.copied' : 'calendarFeed.notCopied')}
          </Notice>
        )}
      </div>
    </Stack>
  );
}

/** Where calendar programs read a calendar: on the origin of this page. */
export function calendarAddress(path: string): string {
  return `${window.location.origin}/calendar-files/${path}`;
}
