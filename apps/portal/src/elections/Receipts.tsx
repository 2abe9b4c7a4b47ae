import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import { Button, buttonClass, Card, Cluster, Notice, Stack, useTexts } from '@guildhall/ui';
import type { PaperElection } from './ballot-documents.js';
import styles from './elections.module.css';
import { receiptFile } from './receipt-file.js';
import type { SealedBallot } from './seal-ballots.js';
import { StepHeading } from './StepHeading.js';

type ReceiptsProps = {
  readonly election: PaperElection;
  readonly ballots: readonly SealedBallot[];
  /** Whether the platform named the receipts that this device computed. */
  readonly isConfirmed: boolean;
  /** Called once the voter has them. */
  readonly onKept: () => void;
};

/** What a voter takes home: a receipt for each ballot, what it proves and what it does not. */
export function Receipts({ election, ballots, isConfirmed, onKept }: ReceiptsProps): ReactElement {
  const { t } = useTexts();
  const { id, contests } = election;
  const shown = ballots.map(({ contestId, receipt }) => ({
    receipt,
    position: contests.find((contest) => contest.id === contestId)?.position.title ?? '',
  }));
  return (
    <Card>
      <StepHeading>{t('elections.castTitle', { count: ballots.length })}</StepHeading>
      {isConfirmed ? (
        <Notice tone="good">{t('elections.castLead')}</Notice>
      ) : (
        <Notice tone="danger">{t('elections.otherReceipt')}</Notice>
      )}
      <ul className={styles.candidates}>
        {shown.map(({ receipt, position }) => (
          <li key={receipt}>
            <Stack gap="small">
              <h3>{position}</h3>
              <code className={styles.receipt}>{receipt}</code>
            </Stack>
          </li>
        ))}
      </ul>
      <Notice tone="warn">{t('elections.receiptOnce')}</Notice>
      <Cluster>
        <SaveLink text={receiptFile(t, { title: election.title, electionId: id, receipts: shown })} onKept={onKept} />
        <Button
          onPress={() => {
            onKept();
            window.print();
          }}
        >
          {t('elections.print')}
        </Button>
      </Cluster>
      <h3>{t('elections.receiptProves')}</h3>
      <ul>
        <li>{t('elections.proves')}</li>
        <li>{t('elections.provesNot')}</li>
        <li>{t('elections.provesWhen')}</li>
      </ul>
      <Cluster>
        <Link className={buttonClass} data-look="plain" to="/elections/$electionId" params={{ electionId: id }}>
          {t('elections.toElection')}
        </Link>
      </Cluster>
    </Card>
  );
}

/** A link to a file that this browser makes; its address ends with the page. */
function SaveLink({ text, onKept }: { readonly text: string; readonly onKept: () => void }): ReactElement {
  const { t } = useTexts();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return (
    <a className={buttonClass} data-look="primary" href={url} download="guildhall-receipts.txt" onClick={onKept}>
      {t('elections.save')}
    </a>
  );
}
