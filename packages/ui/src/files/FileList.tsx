import { useState, type ReactElement } from 'react';
import { Button } from '../blocks/Button.js';
import { DateTimeText } from '../blocks/DateTimeText.js';
import { SoftText, Veiled } from '../blocks/Layout.js';
import { Notice } from '../blocks/Notice.js';
import { useTexts } from '../texts/texts.js';
import styles from './files.module.css';
import { keepFile } from './send-bytes.js';
import { sizeOf } from './size-of.js';

/** A file as a list shows it. */
export type ShownFile = {
  readonly id: string;
  readonly name?: string | null;
  readonly size: number;
  readonly scan: string;
  readonly storedAt: string;
};

/** The files, what else is to be said of each, such as who sent it, and what gives the address of one. */
export type FileListProps<Shown extends ShownFile> = {
  readonly files: readonly Shown[];
  readonly aboutOf: (file: Shown) => string;
  readonly open: (fileId: string) => Promise<string | undefined>;
};

/** Files with what is known of them; each can be fetched. */
export function FileList<Shown extends ShownFile>({ files, aboutOf, open }: FileListProps<Shown>): ReactElement {
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <FileRow key={file.id} about={aboutOf(file)} {...{ file, open }} />
      ))}
    </ul>
  );
}

function FileRow({
  file,
  about,
  open,
}: Pick<FileListProps<ShownFile>, 'open'> & { readonly file: ShownFile; readonly about: string }): ReactElement {
  const { t, language } = useTexts();
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const fetchIt = async (): Promise<void> => {
    setState('busy');
    const url = await open(file.id);
    const isKept = url !== undefined && (await keepFile(url, file.name ?? file.id));
    setState(isKept ? 'still' : 'failed');
  };
  return (
    <li className={styles.file}>
      <div>
        <strong className={styles.name}>{file.name ?? t('files.erased')}</strong>
        <SoftText isSmall>
          {about} · <DateTimeText instant={file.storedAt} /> · {sizeOf(file.size, language)} ·{' '}
          {t(`files.scan.${file.scan}`)}
        </SoftText>
        {state === 'failed' && <Notice tone="danger">{t('files.lost')}</Notice>}
      </div>
      {file.name && (
        <Button isBusy={state === 'busy'} onPress={() => void fetchIt()}>
          <span>
            {t('files.save')} <Veiled>{file.name}</Veiled>
          </span>
        </Button>
      )}
    </li>
  );
}
