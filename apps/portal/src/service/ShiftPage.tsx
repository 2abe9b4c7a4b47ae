import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Row, Rows } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';
import { PersonLink } from '../people/PersonLink.js';
import { CallOffShift } from './CallOffShift.js';
import { acceptDocument, declineDocument, recordDocument } from './hosting-actions.js';
import { shiftPageDocument, type ShownSignup } from './hosting-documents.js';
import type { ShownShift } from './service-documents.js';
import { ServiceStatus } from './ServiceStatus.js';
import { ShiftTraining } from './ShiftTraining.js';

export { words } from './words.js';

/** One shift for its host: who comes, who came, and calling it off. */
export function ShiftPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('service.whoComes')}>
      <SignedIn>
        <Shift />
      </SignedIn>
    </Page>
  );
}

function Shift(): ReactElement {
  const { t } = useTexts();
  const shiftId = usePlaceParam('shiftId');
  const query = useGraphQuery(shiftPageDocument, { id: shiftId });
  return (
    <QueryView
      query={query}
      isEmpty={({ shift }) => shift === null}
      empty={
        <EmptyState picture="door" title={t('service.missing')}>
          {t('service.missingLead')}
        </EmptyState>
      }
    >
      {({ shift, shiftSignups }) =>
        shift && (
          <Stack>
            <ShiftCard shift={shift} onChange={query.reload} />
            <Card>
              <h2>{t('hosting.people')}</h2>
              {shiftSignups?.edges.length === 0 && <SoftText>{t('hosting.nobody')}</SoftText>}
              <Rows>
                {shiftSignups?.edges.map(({ node }) => (
                  <Row key={node.id}>
                    <Stack gap="small">
                      <PersonLink member={node.member} />
                      <Cluster>
                        <span>{node.role.name}</span>
                        <ServiceStatus of="signup" status={node.status} />
                        {node.lacksTraining === true && (
                          <StatusBadge tone="warn">{t('training.lacksShort')}</StatusBadge>
                        )}
                      </Cluster>
                    </Stack>
                    <Attendance signup={node} onChange={query.reload} />
                  </Row>
                ))}
              </Rows>
            </Card>
          </Stack>
        )
      }
    </QueryView>
  );
}

function ShiftCard({ shift, onChange }: { readonly shift: ShownShift; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>
        <Link to="/service/$opportunityId" params={{ opportunityId: shift.opportunity.id }}>
          {shift.opportunity.title}
        </Link>
      </h2>
      <SoftText>
        <DateTimeText instant={shift.startsAt} />–<DateTimeText instant={shift.endsAt} show="time" /> ·{' '}
        {shift.meetingPoint}
      </SoftText>
      <Cluster>
        {shift.status === 'CANCELLED' && <ServiceStatus of="shift" status={shift.status} />}
        {shift.roles.map(({ id, name, taken, needed }) => (
          <span key={id}>{t('service.roleTaken', { name, taken, needed })}</span>
        ))}
      </Cluster>
      {shift.statusReason && <p>{shift.statusReason}</p>}
      <ShiftTraining roles={shift.roles} />
      <CallOffShift shift={shift} onChange={onChange} />
    </Card>
  );
}

function Attendance({
  signup,
  onChange,
}: {
  readonly signup: ShownSignup;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const record = useAction(recordDocument, (data) => data.recordShiftAttendance);
  const accept = useAction(acceptDocument, (data) => data.acceptSignup);
  const decline = useAction(declineDocument, (data) => data.declineSignup);
  const { id: signupId, viewerActions, status } = signup;
  const shared = { viewerActions, onDone: onChange };
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="ACCEPT"
        look="primary"
        label={t('hosting.accept')}
        onRun={() => accept({ input: { signupId } })}
      />
      <ActionButton
        {...shared}
        action="DECLINE"
        label={t('hosting.decline')}
        onRun={() => decline({ input: { signupId } })}
      />
      {(['WORKED', 'ABSENT', 'EXCUSED'] as const)
        .filter((attendance) => attendance !== status)
        .map((attendance) => (
          <ActionButton
            key={attendance}
            {...shared}
            action="RECORD"
            look={attendance === 'WORKED' ? 'primary' : 'plain'}
            label={t(`hosting.record.${attendance}`)}
            onRun={() => record({ input: { signupId, attendance } })}
          />
        ))}
    </Cluster>
  );
}
