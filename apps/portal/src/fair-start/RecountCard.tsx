import { recountDraw } from '@guildhall/client';
import { useState, type ReactElement } from 'react';
import { Button, Card, Cluster, Notice, ProblemNotice, SoftText, Stack, useTexts } from '@guildhall/ui';
import type { ShownEntry } from './entries-document.js';
import type { ShownFairStart } from './fair-start-documents.js';
import styles from './fair-start.module.css';
import { useAllEntries } from './use-all-entries.js';

type RecountProps = { readonly activityId: string; readonly fairStart: ShownFairStart };

/** Draws again here in the browser from what is published, and says whether it comes out the same. */
export function RecountCard({ activityId, fairStart }: RecountProps): ReactElement {
  const { t } = useTexts();
  const [isWanted, setWanted] = useState(false);
  const { query, entries } = useAllEntries(activityId, isWanted);
  return (
    <Card>
      <h2>{t('fairStart.recountTitle')}</h2>
      <SoftText>{t('fairStart.recountLead')}</SoftText>
      <p>
        {t('fairStart.seed')} <code className={styles.long}>{fairStart.seed}</code>
      </p>
      <Cluster>
        <Button
          look="primary"
          isBusy={isWanted && entries === undefined && query.problem === undefined}
          onPress={() => setWanted(true)}
        >
          {t('fairStart.recount')}
        </Button>
      </Cluster>
      <div role="status">
        {query.problem && <ProblemNotice problem={query.problem} />}
        {isWanted && entries !== undefined && <Finding entries={entries} fairStart={fairStart} />}
      </div>
    </Card>
  );
}

type FindingProps = { readonly entries: readonly ShownEntry[]; readonly fairStart: ShownFairStart };

function Finding({ entries, fairStart }: FindingProps): ReactElement {
  const { t } = useTexts();
  const { commitment, seed, places, viewerEntry } = fairStart;
  const recount = recountDraw({ commitment, seed: seed ?? '', places: places ?? 0, entries });
  const ownRank = recount.order.indexOf(viewerEntry?.id ?? '') + 1;
  return (
    <Stack gap="small">
      <Notice tone={recount.isEqual ? 'good' : 'danger'}>
        {recount.isEqual
          ? t('fairStart.equal', { count: entries.length })
          : t('fairStart.notEqual', { count: recount.differing.length })}
      </Notice>
      {!recount.keepsCommitment && <Notice tone="danger">{t('fairStart.otherSeed')}</Notice>}
      {ownRank > 0 && <p>{t('fairStart.ownRank', { rank: ownRank, entries: entries.length })}</p>}
    </Stack>
  );
}
