import type { ReactElement } from 'react';
import { ActionButton, Cluster, DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { MyRecordQuery } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { EntryFacts } from './EntryFacts.js';
import { EntryTitle } from './EntryTitle.js';
import { hideDocument, showDocument } from './record-documents.js';
import styles from './record.module.css';

type OwnEntry = NonNullable<
  NonNullable<NonNullable<MyRecordQuery['viewer']['member']>['record']>['edges'][number]
>['node'];

/** One piece of one's own record: what it is, what it shows, and whether it may be offered to others. */
export function RecordEntryRow({ entry }: { readonly entry: OwnEntry }): ReactElement {
  const { t } = useTexts();
  const { id: evidenceId, kind, isStanding, takenBackAt, isHidden, skills, viewerActions } = entry;
  const hide = useAction(hideDocument, (data) => data.hideEvidence);
  const show = useAction(showDocument, (data) => data.showEvidence);
  return (
    <li className={styles.entry} data-kind={kind} data-standing={isStanding}>
      <div className={styles.entryBody}>
        <h2 className={styles.entryTitle}>
          <EntryTitle entry={entry} />
        </h2>
        <EntryFacts entry={entry} />
        {!isStanding && (
          <StatusBadge tone="warn">
            {t('record.takenBack')} <DateTimeText instant={takenBackAt} show="day" />
          </StatusBadge>
        )}
        {(skills ?? []).length > 0 && (
          <SoftText>
            {t('record.shows', { skills: (skills ?? []).map(({ name }) => name).join(t('record.and')) })}
          </SoftText>
        )}
      </div>
      <Cluster>
        {isHidden && <StatusBadge>{t('record.hidden')}</StatusBadge>}
        <ActionButton
          viewerActions={viewerActions}
          action="HIDE"
          look="quiet"
          label={t('record.hide')}
          onRun={() => hide({ input: { evidenceId } })}
        />
        <ActionButton
          viewerActions={viewerActions}
          action="SHOW"
          look="quiet"
          label={t('record.show')}
          onRun={() => show({ input: { evidenceId } })}
        />
      </Cluster>
    </li>
  );
}
