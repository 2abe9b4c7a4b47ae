import { Button, Cluster, Notice, Stack, useTexts } from '@guildhall/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { saveFile } from '../course/save-file.js';
import styles from './elections.module.css';
import { toKeyText } from './key-text.js';
import type { KeyElection } from './KeysPage.js';
import type { MadeKey } from './MakeKey.js';

/** Shows the private half once, as a file to save and as a text to write down. */
export function KeepKey({
  election,
  made,
  onKept,
}: {
  readonly election: KeyElection;
  readonly made: MadeKey;
  readonly onKept: () => void;
}): ReactElement {
  const { t } = useTexts();
  const [text, setText] = useState('');
  useEffect(() => void toKeyText(made.privateKey).then(setText), [made]);
  const role = election.trustees.find(({ isViewer }) => isViewer)?.role ?? 'SECOND';
  const save = (): void => {
    const lines = [
      t('keys.fileHead'),
      '',
      `${t('keys.fileElection')}: ${election.title}`,
      `${t('keys.fileId')}: ${election.id}`,
      `${t('keys.fileRole')}: ${t(`keys.role.${role}`)}`,
      `${t('keys.publicHalf')}: ${made.publicKey}`,
      `${t('keys.privateHalf')}: ${text}`,
      '',
      t('keys.fileEnd'),
      '',
    ];
    saveFile(`guildhall-key-${election.id.slice(-8)}.txt`, toBase64(lines.join('\n')), 'text/plain');
  };
  return (
    <Stack>
      <Notice tone="warn">{t('keys.keepWarning')}</Notice>
      <p>{t('keys.keepLead')}</p>
      <Cluster>
        <Button look="primary" onPress={save}>
          {t('keys.saveFile')}
        </Button>
      </Cluster>
      <p id="key-text-label">{t('keys.writeDown')}</p>
      <p className={styles.keyText} aria-labelledby="key-text-label" translate="no">
        {text}
      </p>
      <Cluster>
        <Button onPress={onKept}>{t('keys.kept')}</Button>
      </Cluster>
    </Stack>
  );
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
