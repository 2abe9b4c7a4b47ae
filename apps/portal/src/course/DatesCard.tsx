import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import type { ShownCourse } from './course-document.js';

const tones = { RUNNING: 'info', PAUSED: 'neutral', MET: 'good', MISSED: 'danger' } as const;

/** Every date of the case, how it is counted, and when and why its clock stood still. */
export function DatesCard({ deadlines }: { readonly deadlines: ShownCourse['deadlines'] }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('course.dates')}</h2>
      {deadlines.length === 0 && <SoftText>{t('course.noDates')}</SoftText>}
      <Rows>
        {deadlines.map((deadline) => (
          <Row key={deadline.id}>
            <DateOf deadline={deadline} />
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

function DateOf({ deadline }: { readonly deadline: ShownCourse['deadlines'][number] }): ReactElement {
  const { t } = useTexts();
  return (
    <div>
      <Cluster>
        <strong>{t(`course.deadline.${deadline.kind}`)}</strong>
        <StatusBadge tone={tones[deadline.state]}>{t(`course.state.${deadline.state}`)}</StatusBadge>
      </Cluster>
      <p>
        <DateTimeText instant={deadline.dueAt} isRelative={deadline.metAt === null} />
      </p>
      <SoftText isSmall>{t(`course.measure.${deadline.measure}`, { amount: deadline.amount })}</SoftText>
      {deadline.pauses.map(({ id, basis, startsAt, endsAt }) => (
        <SoftText key={id} isSmall>
          {t(`course.pause.${basis}`)} <DateTimeText instant={startsAt} show="day" />
          {' – '}
          {endsAt ? <DateTimeText instant={endsAt} show="day" /> : t('course.pause.lasts')}
        </SoftText>
      ))}
    </div>
  );
}
