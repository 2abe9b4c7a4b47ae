import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  fromCampusInput,
  Notice,
  SoftText,
  TextAreaField,
  TextField,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { useAction, useIntent } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose } from '../parts/Rows.js';
import { agreeDocument, claimDocument, confirmDocument, disputeDocument, proposeDocument } from './course-actions.js';
import type { RequestPartProps } from './request-document.js';

const shown: readonly string[] = ['PROPOSE_MEETING', 'AGREE_MEETING', 'CLAIM_DONE', 'CONFIRM_DONE', 'DISPUTE'];

/** How it goes on between those who take part: where and when to meet, done, and what is disputed. */
export function CoursePart({ request, onChange }: RequestPartProps): ReactElement | null {
  const { t } = useTexts();
  const { meeting, doneClaim, dispute, viewerActions } = request;
  const hasActions = viewerActions.some((action) => shown.includes(action));
  if (!meeting && !doneClaim && !dispute && !hasActions) return null;
  return (
    <Card>
      <h2>{t('course.title')}</h2>
      <Standing request={request} />
      <Meet request={request} onChange={onChange} />
      <Done request={request} onChange={onChange} />
    </Card>
  );
}

function Standing({ request }: Pick<RequestPartProps, 'request'>): ReactElement {
  const { t } = useTexts();
  const { meeting, doneClaim, dispute } = request;
  return (
    <>
      {meeting && (
        <p>
          {meeting.place}, <DateTimeText instant={meeting.at} />
          {meeting.awaiting > 0 && <> · {t('course.awaiting', { count: meeting.awaiting })}</>}
        </p>
      )}
      {doneClaim && request.status === 'DONE_CLAIMED' && (
        <Notice>
          {t('course.claimed', { name: doneClaim.by?.displayName ?? t('person.hiddenName') })}{' '}
          <DateTimeText instant={doneClaim.countsFrom} show="day" />
        </Notice>
      )}
      {dispute && <Dispute dispute={dispute} />}
    </>
  );
}

function Dispute({
  dispute: { words, decision, reason },
}: {
  readonly dispute: NonNullable<RequestPartProps['request']['dispute']>;
}): ReactElement {
  const { t } = useTexts();
  return (
    <Notice tone="warn">
      <strong>{t('course.disputed')}</strong>
      <Prose>{words}</Prose>
      {decision && (
        <p>
          <strong>{t(`helpDecision.${decision}`)}</strong> {reason}
        </p>
      )}
    </Notice>
  );
}

function Meet({ request, onChange }: RequestPartProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const propose = useAction(proposeDocument, (data) => data.proposeHelpMeeting);
  const agree = useAction(agreeDocument, (data) => data.agreeHelpMeeting);
  const { id: requestId, meeting, viewerActions, suggestedPlaces } = request;
  const shared = { viewerActions, onDone: onChange };
  return (
    <Cluster>
      {meeting && (
        <ActionButton
          {...shared}
          action="AGREE_MEETING"
          look="primary"
          label={t('course.agree')}
          onRun={() => agree({ input: { requestId, place: meeting.place, at: meeting.at } })}
        />
      )}
      <FormAction
        {...shared}
        action="PROPOSE_MEETING"
        label={t(meeting ? 'course.proposeOther' : 'course.propose')}
        lead={t('course.proposeLead')}
        initial={{ place: '', at: '' }}
        onRun={async ({ place, at }) => {
          const instant = fromCampusInput(at, campusZone);
          if (instant === undefined) return { result: timeWanted };
          return propose({ input: { requestId, place, at: instant } });
        }}
      >
        <TextField
          name="place"
          label={t('course.place')}
          hint={t('course.placeHint')}
          suggestions={suggestedPlaces.map((place) => t(`meetingPlace.${place}`))}
        />
        <TextField name="at" label={t('course.at')} type="datetime-local" />
      </FormAction>
    </Cluster>
  );
}

const timeWanted = { __typename: 'ValidationError', fields: [{ path: 'at', rule: 'REQUIRED' }] };

function Done({ request, onChange }: RequestPartProps): ReactElement {
  const { t } = useTexts();
  const intent = useIntent();
  const claim = useAction(claimDocument, (data) => data.claimHelpDone);
  const confirm = useAction(confirmDocument, (data) => data.confirmHelpDone);
  const dispute = useAction(disputeDocument, (data) => data.disputeHelp);
  const { id: requestId, credits, viewerActions } = request;
  const shared = { viewerActions, onDone: onChange };
  return (
    <>
      {credits > 0 && viewerActions.includes('CONFIRM_DONE') && (
        <SoftText>{t('course.pays', { count: credits })}</SoftText>
      )}
      <Cluster>
        <ActionButton
          {...shared}
          action="CLAIM_DONE"
          look="primary"
          label={t('course.done')}
          onRun={() => claim({ input: { requestId } })}
        />
        <ActionButton
          {...shared}
          action="CONFIRM_DONE"
          look="primary"
          label={t('course.confirm')}
          onRun={() => intent((idempotencyKey) => confirm({ input: { requestId, idempotencyKey } }))}
        />
        <FormAction
          {...shared}
          action="DISPUTE"
          label={t('course.dispute')}
          lead={t('course.disputeLead')}
          initial={{ words: '' }}
          onRun={({ words }, idempotencyKey) => dispute({ input: { requestId, words, idempotencyKey } })}
        >
          <TextAreaField name="words" label={t('course.disputeWords')} rows={4} />
        </FormAction>
      </Cluster>
    </>
  );
}
