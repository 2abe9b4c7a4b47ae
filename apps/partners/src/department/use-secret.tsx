import type { ReactElement } from 'react';
import { useState } from 'react';
import { Button, Card, Cluster, SoftText, useTexts } from '@guildhall/ui';
import styles from './department.module.css';

/** What was made, under the name by which it is presented: an id, a secret, or both. */
export type MadeSecret = { readonly id?: string | undefined; readonly secret: string };

/** A secret that is shown once: how to show it, and where it stands until it is put away. It is kept nowhere else. */
export function useSecret(lead: string): {
  readonly show: (made: MadeSecret) => void;
  readonly shown: ReactElement | null;
} {
  const [made, setMade] = useState<MadeSecret>();
  const shown = made === undefined ? null : <SecretCard made={made} lead={lead} onClose={() => setMade(undefined)} />;
  return { show: setMade, shown };
}

type SecretCardProps = { readonly made: MadeSecret; readonly lead: string; readonly onClose: () => void };

function SecretCard({ made: { id, secret }, lead, onClose }: SecretCardProps): ReactElement {
  const { t } = useTexts();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Card>
      <h2>{t('secret.title')}</h2>
      <p role="status">{lead}</p>
      <dl className={styles.secret}>
        {id !== undefined && (
          <div>
            <dt>{t('secret.id')}</dt>
            <dd>
              <code>{id}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('secret.secret')}</dt>
          <dd>
            <code>{secret}</code>
          </dd>
        </div>
      </dl>
      <Cluster>
        <Button look="primary" onPress={() => void copy().catch(() => undefined)}>
          {t('secret.copy')}
        </Button>
        <Button onPress={onClose}>{t('secret.putAway')}</Button>
      </Cluster>
      {isCopied && <SoftText>{t('secret.copied')}</SoftText>}
    </Card>
  );
}
