import type { ReactElement } from 'react';
import {
  ActionButton,
  DateTimeText,
  fromCampusInput,
  Notice,
  SoftText,
  StatusBadge,
  TextField,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { useAction } from '../../graph/use-action.js';
import { FormAction } from '../../parts/FormAction.js';
import { Row, Rows } from '../../parts/Rows.js';
import type { CircleProps } from './Circle.js';
import { cancelMeetingDocument, planMeetingDocument } from './circle-documents.js';

/** When and where a circle meets, and a suggestion for the first time. */
export function CircleMeetings({ circle, onChange }: CircleProps): ReactElement {
  const { t } = useTexts();
  const { meetings, suggestedMeeting } = circle;
  return (
    <section>
      <h3>{t('circles.meetings')}</h3>
      {suggestedMeeting && (
        <Notice>
          {t('circles.suggested', {
            day: suggestedMeeting.day,
            halfDay: t(`halfDay.${suggestedMeeting.halfDay}`),
            place: t(`publicPlace.${suggestedMeeting.place}`),
          })}
        </Notice>
      )}
      {meetings.length === 0 && !suggestedMeeting && <SoftText>{t('circles.noMeetings')}</SoftText>}
      <Rows>
        {meetings.map((meeting) => (
          <Row key={meeting.id}>
            <span>
              <DateTimeText instant={meeting.meetsAt} /> · {meeting.place}
            </span>
            {meeting.cancelledAt ? (
              <StatusBadge tone="warn">{t('circles.cancelled')}</StatusBadge>
            ) : (
              <CancelMeeting meetingId={meeting.id} circle={circle} onChange={onChange} />
            )}
          </Row>
        ))}
      </Rows>
      <PlanMeeting circle={circle} onChange={onChange} />
    </section>
  );
}

function CancelMeeting({ circle, meetingId, onChange }: CircleProps & { readonly meetingId: string }): ReactElement {
  const { t } = useTexts();
  const cancel = useAction(cancelMeetingDocument, (data) => data.cancelCircleMeeting);
  return (
    <ActionButton
      viewerActions={circle.viewerActions}
      action="CANCEL_MEETING"
      look="quiet"
      label={t('circles.cancel')}
      confirm={{ title: t('circles.cancelTitle'), body: t('circles.cancelBody'), label: t('circles.cancel') }}
      onRun={() => cancel({ input: { circleId: circle.id, meetingId } })}
      onDone={onChange}
    />
  );
}

function PlanMeeting({ circle: { id, viewerActions, suggestedMeeting }, onChange }: CircleProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const plan = useAction(planMeetingDocument, (data) => data.planCircleMeeting);
  const hour = suggestedMeeting?.halfDay.endsWith('MORNING') ? '10:30' : '16:00';
  return (
    <FormAction
      viewerActions={viewerActions}
      action="PLAN_MEETING"
      label={t('circles.plan')}
      initial={{
        meetsAt: suggestedMeeting ? `${suggestedMeeting.day}T${hour}` : '',
        place: suggestedMeeting ? t(`publicPlace.${suggestedMeeting.place}`) : '',
      }}
      onRun={({ meetsAt, place }, idempotencyKey) =>
        plan({
          input: {
            circleId: id,
            meetsAt: fromCampusInput(meetsAt, campusZone) ?? new Date(0).toISOString(),
            place,
            idempotencyKey,
          },
        })
      }
      onDone={onChange}
    >
      <TextField name="meetsAt" type="datetime-local" label={t('circles.meetsAt')} />
      <TextField name="place" label={t('circles.place')} hint={t('circles.placeHint')} />
    </FormAction>
  );
}
