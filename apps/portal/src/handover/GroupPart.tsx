import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  FigurePlot,
  PersonChip,
  QueryView,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import type { HandoverCalendarQuery } from '../generated/graphql.js';
import { Row, Rows } from '../parts/Rows.js';
import { busyMonths } from './busy-months.js';
import { handoverCalendarDocument, type HandoverPart, type ShownHandover } from './handover-document.js';
import { PlansPart } from './PlansPart.js';

export { words } from './words.js';

type GroupProps = HandoverPart & { readonly group: NonNullable<ShownHandover['group']> };

/** What fills in by itself: what the group plans and did, and who else serves it. */
export function GroupPart({ capsule, group }: GroupProps): ReactElement {
  const { t } = useTexts();
  const officers = capsule.officers ?? [];
  return (
    <>
      <PlansPart group={group} />
      <Calendar capsule={capsule} />
      {officers.length > 0 && (
        <Card>
          <h2>{t('handover.officers')}</h2>
          <SoftText>{t('handover.officersLead')}</SoftText>
          <Cluster>
            {officers.map(({ member, positionKind, until }) => (
              <PersonChip
                key={`${member.id}-${positionKind}`}
                name={member.displayName}
                detail={
                  <>
                    {t(`handover.kinds.${positionKind}`)} · <DateTimeText instant={until} show="day" />
                  </>
                }
              />
            ))}
          </Cluster>
        </Card>
      )}
    </>
  );
}

function Calendar({ capsule }: Pick<HandoverPart, 'capsule'>): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(handoverCalendarDocument, { id: capsule.id });
  return (
    <Card>
      <Stack>
        <h2>{t('handover.calendar')}</h2>
        <SoftText>{t('handover.calendarLead')}</SoftText>
        <QueryView
          query={query}
          isEmpty={({ handoverCapsule }) => (handoverCapsule?.calendar ?? []).length === 0}
          empty={<SoftText>{t('handover.noCalendar')}</SoftText>}
        >
          {({ handoverCapsule }) => <Year entries={handoverCapsule?.calendar ?? []} />}
        </QueryView>
      </Stack>
    </Card>
  );
}

type Entry = NonNullable<NonNullable<HandoverCalendarQuery['handoverCapsule']>['calendar']>[number];

/** When the year is busy, and what it was about. */
function Year({ entries }: { readonly entries: readonly Entry[] }): ReactElement {
  const { t, language } = useTexts();
  const { campusZone } = useWebConfig();
  return (
    <Stack>
      <FigurePlot
        caption={t('handover.busy')}
        points={busyMonths(entries, { zone: campusZone, language })}
        shape="columns"
        threshold={0}
        groupHeading={t('handover.month')}
      />
      <Rows>
        {entries.map(({ activity, startsAt, isOpen }, index) => (
          <Row key={activity?.id ?? index}>
            <span>
              <DateTimeText instant={startsAt} show="day" />{' '}
              {activity ? (
                <Link to="/activities/$activityId" params={{ activityId: activity.id }}>
                  {activity.title}
                </Link>
              ) : (
                t('handover.somethingElse')
              )}
            </span>
            {!isOpen && <StatusBadge tone="warn">{t('handover.calledOff')}</StatusBadge>}
          </Row>
        ))}
      </Rows>
    </Stack>
  );
}
