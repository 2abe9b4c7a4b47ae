import type { ReactElement } from 'react';
import {
  ActionButton,
  Cluster,
  DateTimeText,
  fromCampusInput,
  SoftText,
  Stack,
  TextAreaField,
  TextField,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { ProgressBar, Row, Rows } from '../parts/Rows.js';
import { missingFields } from '../service/field-faults.js';
import {
  dropGoalDocument,
  dropMeetingDocument,
  noteMeetingDocument,
  setGoalDocument,
  tickGoalDocument,
} from './pair-work-actions.js';
import type { OwnPair } from './mentor-documents.js';

type WorkProps = { readonly pair: OwnPair; readonly onChange: () => void };

/** The goals and meetings of a pair, which nobody but the two sees. */
export function PairWork({ pair, onChange }: WorkProps): ReactElement {
  return (
    <Stack>
      <Goals pair={pair} onChange={onChange} />
      <Meetings pair={pair} onChange={onChange} />
    </Stack>
  );
}

function Goals({ pair, onChange }: WorkProps): ReactElement {
  const { t } = useTexts();
  const set = useAction(setGoalDocument, (data) => data.setMentorGoal);
  const tick = useAction(tickGoalDocument, (data) => data.tickMentorGoal);
  const drop = useAction(dropGoalDocument, (data) => data.dropMentorGoal);
  const { id: pairId, goals, viewerActions } = pair;
  const reached = goals.filter(({ reachedAt }) => reachedAt != null).length;
  const shared = { viewerActions, onDone: onChange };
  return (
    <Stack gap="small">
      <h4>{t('mentoring.goals')}</h4>
      {goals.length > 0 && (
        <ProgressBar label={t('mentoring.reached', { reached, of: goals.length })} value={reached} max={goals.length} />
      )}
      <Rows>
        {goals.map(({ id: goalId, words, reachedAt }) => (
          <Row key={goalId}>
            <span>
              {words} {reachedAt != null && <SoftText isSmall>{t('mentoring.goalReached')}</SoftText>}
            </span>
            <Cluster>
              <ActionButton
                {...shared}
                action="SET_GOALS"
                label={t(reachedAt == null ? 'mentoring.tick' : 'mentoring.untick')}
                onRun={() => tick({ input: { pairId, goalId, isReached: reachedAt == null } })}
              />
              <ActionButton
                {...shared}
                action="SET_GOALS"
                label={t('mentoring.drop')}
                confirm={{ title: t('mentoring.drop'), body: words, label: t('mentoring.drop') }}
                onRun={() => drop({ input: { pairId, goalId } })}
              />
            </Cluster>
          </Row>
        ))}
      </Rows>
      <FormAction
        viewerActions={viewerActions}
        action="SET_GOALS"
        label={t('mentoring.setGoal')}
        initial={{ words: '' }}
        onRun={({ words }) => set({ input: { pairId, words } })}
        onDone={onChange}
      >
        <TextField name="words" label={t('mentoring.goal')} />
      </FormAction>
    </Stack>
  );
}

function Meetings({ pair, onChange }: WorkProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const note = useAction(noteMeetingDocument, (data) => data.noteMentorMeeting);
  const drop = useAction(dropMeetingDocument, (data) => data.dropMentorMeeting);
  const { id: pairId, meetings, viewerActions } = pair;
  return (
    <Stack gap="small">
      <h4>{t('mentoring.meetings')}</h4>
      <Rows>
        {meetings.map(({ id: meetingId, startsAt, minutes, words }) => (
          <Row key={meetingId}>
            <div>
              <DateTimeText instant={startsAt} /> · {t('mentoring.minutesText', { minutes })}
              <SoftText isSmall>{words}</SoftText>
            </div>
            <ActionButton
              viewerActions={viewerActions}
              action="NOTE_MEETINGS"
              label={t('mentoring.drop')}
              confirm={{ title: t('mentoring.drop'), body: t('mentoring.dropMeetingLead'), label: t('mentoring.drop') }}
              onRun={() => drop({ input: { pairId, meetingId } })}
              onDone={onChange}
            />
          </Row>
        ))}
      </Rows>
      <FormAction
        viewerActions={viewerActions}
        action="NOTE_MEETINGS"
        label={t('mentoring.noteMeeting')}
        initial={{ startsAt: '', minutes: '45', words: '' }}
        onRun={async ({ startsAt, minutes, words }) => {
          const at = fromCampusInput(startsAt, campusZone);
          const count = Number(minutes);
          const missing = missingFields({ startsAt: at }, ['startsAt']);
          if (at === undefined || missing !== undefined) return missing ?? {};
          return note({ input: { pairId, startsAt: at, minutes: Number.isInteger(count) ? count : 0, words } });
        }}
        onDone={onChange}
      >
        <TextField name="startsAt" label={t('mentoring.startsAt')} type="datetime-local" />
        <TextField name="minutes" label={t('mentoring.minutes')} type="number" />
        <TextAreaField name="words" label={t('mentoring.meetingWords')} rows={3} />
      </FormAction>
    </Stack>
  );
}
