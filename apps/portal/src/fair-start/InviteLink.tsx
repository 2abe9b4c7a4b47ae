import { useState, type ReactElement } from 'react';
import { Button, Cluster, Notice, SoftText, Stack, useTexts } from '@guildhall/ui';
import styles from './fair-start.module.css';

type LinkProps = { readonly activityId: string; readonly inviteCode: string; readonly most: number };

/** The invitation to a party as a link. The code stands behind the `#`, which browsers keep to themselves. */
export function InviteLink({ activityId, inviteCode, most }: LinkProps): ReactElement {
  const { t } = useTexts();
  const [copied, setCopied] = useState<boolean>();
  const address = `${window.location.origin}/activities/${activityId}/fair-start#${inviteCode}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Stack gap="small">
      <SoftText>{t('fairStart.inviteLead', { most })}</SoftText>
      <code className={styles.long}>{address}</code>
      <Cluster>
        <Button onPress={() => void copy()}>{t('fairStart.copy')}</Button>
      </Cluster>
      <div role="status">
        {copied !== undefined && (
          <Notice tone={copied ? 'good' : 'warn'}>{t(copied ? 'fairStart.copied' : 'fairStart.notCopied')}</Notice>
        )}
      </div>
    </Stack>
  );
}
