import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import {
  Button,
  Cluster,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  Skeleton,
  SoftText,
  Stack,
  useTexts,
} from '@guildhall/ui';
import type { OpenRecordLinkMutation } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import styles from './credentials.module.css';
import { DocumentLink } from './DocumentLink.js';
import { openLinkDocument, printDocument } from './shared-documents.js';
import { SharedThingView } from './SharedThingView.js';

export { words } from './words.js';

type Opened = Extract<
  OpenRecordLinkMutation['openRecordLink'],
  { readonly __typename: 'OpenRecordLinkSuccess' }
>['record'];
type Found =
  | { readonly state: 'READING' | 'NOTHING' | 'SILENT' }
  | { readonly state: 'SHOWN'; readonly record: Opened };

/** What an outsider sees under a link. The token stays in the part of the address that no server is told. */
export function OpenedRecordPage(): ReactElement {
  const { t } = useTexts();
  const token = window.location.hash.slice(1);
  const found = useOpened(token);
  if (found.state === 'SHOWN') return <Shown record={found.record} token={token} />;
  return (
    <Page title={t('opened.title')}>
      {found.state === 'READING' && <Skeleton height="16rem" />}
      {found.state === 'SILENT' && <Notice tone="danger">{t('opened.silent')}</Notice>}
      {found.state === 'NOTHING' && (
        <EmptyState picture="door" title={t('opened.nothing')}>
          {t('opened.nothingLead')}
        </EmptyState>
      )}
    </Page>
  );
}

/** Opens the link once, however often the page is drawn: each opening is counted. */
function useOpened(token: string): Found {
  const open = useAction(openLinkDocument, (data) => data.openRecordLink);
  const asked = useRef<string>(undefined);
  const [found, setFound] = useState<Found>({ state: 'READING' });
  useEffect(() => {
    if (asked.current === token) return;
    asked.current = token;
    void open({ input: { token } }).then(({ result }) => {
      if (result === undefined) setFound({ state: 'SILENT' });
      else if (result.__typename === 'OpenRecordLinkSuccess') setFound({ state: 'SHOWN', record: result.record });
      else setFound({ state: 'NOTHING' });
    });
  });
  return found;
}

function Shown({ record, token }: { readonly record: Opened; readonly token: string }): ReactElement {
  const { t } = useTexts();
  const { shownAs, expiresAt, items, issuer } = record;
  const title = shownAs === '' ? t('opened.title') : t('opened.titleOf', { name: shownAs });
  return (
    <Page title={title} lead={t('opened.lead')} actions={<Print token={token} />}>
      <Stack>
        <Notice tone="good">{t('opened.verified')}</Notice>
        <section className={styles.paper} aria-label={title}>
          {items.length === 0 && <SoftText>{t('opened.empty')}</SoftText>}
          <ul className={styles.things}>
            {items.map((thing) => (
              <li key={thing.id}>
                <SharedThingView thing={thing} />
                {thing.__typename === 'SharedCredential' && thing.document && (
                  <DocumentLink text={thing.document} name={thing.achievement.title.en} />
                )}
              </li>
            ))}
          </ul>
        </section>
        <SoftText isSmall>
          {t('opened.until')} <DateTimeText instant={expiresAt} show="day" />
        </SoftText>
        {issuer && (
          <SoftText isSmall>
            {t('opened.issuer')} <code className={styles.did}>{issuer}</code>.{' '}
            <Link to="/record/credentials/check">{t('check.toCheck')}</Link>
          </SoftText>
        )}
      </Stack>
    </Page>
  );
}

/** Saves the same as a PDF in the reader's language. */
function Print({ token }: { readonly token: string }): ReactElement {
  const { t, language } = useTexts();
  const [state, setState] = useState<'READY' | 'BUSY' | 'FAILED'>('READY');
  const print = useAction(printDocument, (data) => data.printTranscript);
  const run = async (): Promise<void> => {
    setState('BUSY');
    const { result } = await print({ input: { token, language: language === 'zh-CN' ? 'ZH_CN' : 'EN' } });
    if (result?.__typename !== 'PrintTranscriptSuccess') return setState('FAILED');
    const bytes = Uint8Array.from(atob(result.pdf), (letter) => letter.codePointAt(0) ?? 0);
    save(new Blob([bytes], { type: 'application/pdf' }), 'transcript.pdf');
    setState('READY');
  };
  return (
    <div className={styles.noPrint}>
      <Stack gap="small">
        <Cluster>
          <Button look="primary" isBusy={state === 'BUSY'} onPress={() => void run()}>
            {t('opened.print')}
          </Button>
        </Cluster>
        {state === 'FAILED' && <Notice tone="danger">{t('opened.silent')}</Notice>}
      </Stack>
    </div>
  );
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
