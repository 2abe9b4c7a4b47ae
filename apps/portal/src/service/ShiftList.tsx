import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  campusDay,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  NextPage,
  QueryView,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { CallOffShift } from './CallOffShift.js';
import { opportunityShiftsDocument, type ShownShift } from './service-documents.js';
import styles from './service.module.css';
import { ServiceStatus } from './ServiceStatus.js';
import { ShiftTraining } from './ShiftTraining.js';
import { SignUp } from './SignUp.js';

type ShiftListProps = { readonly opportunityId: string; readonly after?: string };

const dayMs = 86_400_000;

/** The Monday of the week in which a day lies, both as `YYYY-MM-DD`. */
function mondayOf(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return new Date(midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10);
}

/** The shifts of an opportunity week by week: side by side where there is room, one below the other on a phone. */
export function ShiftList({ opportunityId, after }: ShiftListProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const query = useGraphQuery(opportunityShiftsDocument, { id: opportunityId, after });
  return (
    <QueryView
      query={query}
      isEmpty={({ shifts }) => (shifts?.edges ?? []).length === 0}
      empty={
        <EmptyState picture="door" title={t('service.noShift')}>
          {t('service.noShiftLead')}
        </EmptyState>
      }
    >
      {({ shifts }) =>
        shifts && (
          <Stack>
            {[
              ...Map.groupBy(shifts.edges, ({ node }) => mondayOf(campusDay(Date.parse(node.startsAt), campusZone))),
            ].map(([monday, week]) => (
              <section key={monday} aria-label={t('service.weekOf', { day: monday })}>
                <h3>
                  {t('service.week')} <DateTimeText instant={`${monday}T12:00:00Z`} show="day" />
                </h3>
                <div className={styles.week}>
                  {week.map(({ node }) => (
                    <ShiftCard key={node.id} shift={node} onChange={query.reload} />
                  ))}
                </div>
              </section>
            ))}
            <NextPage pageInfo={shifts.pageInfo}>
              {(next) => <ShiftList opportunityId={opportunityId} after={next} />}
            </NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

function ShiftCard({ shift, onChange }: { readonly shift: ShownShift; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const { viewerSignup: own } = shift;
  return (
    <Card as="article">
      <Cluster>
        {shift.isHard && <StatusBadge tone="warn">{t('service.hard')}</StatusBadge>}
        {shift.status === 'CANCELLED' && <ServiceStatus of="shift" status={shift.status} />}
        {own && <ServiceStatus of="signup" status={own.status} />}
      </Cluster>
      <h4>
        <DateTimeText instant={shift.startsAt} />–<DateTimeText instant={shift.endsAt} show="time" />
      </h4>
      <SoftText isSmall>{shift.meetingPoint}</SoftText>
      {shift.roles.map(({ id, name, needed, taken }) => (
        <SoftText key={id} isSmall>
          {t('service.roleTaken', { name, taken, needed })}
        </SoftText>
      ))}
      <ShiftTraining roles={shift.roles.filter(({ viewerLacksTraining }) => !viewerLacksTraining)} />
      {shift.statusReason && <SoftText>{shift.statusReason}</SoftText>}
      <Cluster>
        <SignUp shift={shift} onChange={onChange} />
        {shift.viewerActions.includes('READ_SIGNUPS') && (
          <Link to="/service/shifts/$shiftId" params={{ shiftId: shift.id }}>
            {t('service.whoComes')}
          </Link>
        )}
        <CallOffShift shift={shift} onChange={onChange} />
      </Cluster>
    </Card>
  );
}
