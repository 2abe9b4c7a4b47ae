import type { ReactElement } from 'react';
import { DateTimeText, Notice, SoftText, useTexts } from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { EnterForm } from './EnterForm.js';
import type { FairStartActivity, ShownFairStart } from './fair-start-documents.js';
import { OwnEntry } from './OwnEntry.js';

/** What is shown of a fair start: the activity, its draw, and what to do once something changed. */
export type FairStartProps = {
  readonly activity: FairStartActivity;
  readonly fairStart: ShownFairStart;
  readonly onChange: () => void;
};

/** Where a draw stands, the viewer's own entry, or the way in. */
export function FairStartStand({ activity, fairStart, onChange }: FairStartProps): ReactElement {
  const { t } = useTexts();
  const { phase, viewerEntry, opensAt, closesAt, drawnAt, entryCount, peopleCount, places } = fairStart;
  const isDrawn = phase === 'DRAWN';
  return (
    <>
      <SoftText>{t(`fairStart.phase.${phase}`)}</SoftText>
      <Facts
        facts={[
          { name: t('fairStart.opens'), value: phase === 'PLANNED' && <DateTimeText instant={opensAt} /> },
          { name: t('fairStart.closes'), value: !isDrawn && <DateTimeText instant={closesAt} /> },
          { name: t('fairStart.drawnAt'), value: drawnAt && <DateTimeText instant={drawnAt} /> },
          { name: t('fairStart.places'), value: places ?? activity.capacity },
          {
            name: t('fairStart.entries'),
            value: phase !== 'PLANNED' && t('fairStart.entriesOf', { entries: entryCount, count: peopleCount }),
          },
        ].filter(({ value }) => value !== false)}
      />
      {viewerEntry && <OwnEntry {...{ activity, fairStart, onChange }} />}
      {activity.fairStartActions.includes('ENTER') && <EnterForm activity={activity} onChange={onChange} />}
      {isDrawn && !viewerEntry && <Notice>{t('fairStart.notIn')}</Notice>}
    </>
  );
}
