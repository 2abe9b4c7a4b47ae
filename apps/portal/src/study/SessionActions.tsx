import type { ReactElement } from 'react';
import { ActionButton, CheckboxesField, Cluster, useTexts } from '@guildhall/ui';
import { useAction, useIntent } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import type { ShownSession } from './GroupSessions.js';
import {
  checkInDocument,
  finishDocument,
  keepHostingDocument,
  offerHostingDocument,
  recordDocument,
  skipDocument,
  takeHostingDocument,
} from './session-actions.js';

type ActionsProps = { readonly session: ShownSession; readonly onChange: () => void };

/** What the viewer may do with a session: say that they are there, and as host everything a host does. */
export function SessionActions({ session, onChange }: ActionsProps): ReactElement {
  const { t } = useTexts();
  const intent = useIntent();
  const checkIn = useAction(checkInDocument, (data) => data.checkInToStudySession);
  const finish = useAction(finishDocument, (data) => data.finishStudySession);
  const skip = useAction(skipDocument, (data) => data.skipStudySession);
  const offer = useAction(offerHostingDocument, (data) => data.offerStudyHosting);
  const keep = useAction(keepHostingDocument, (data) => data.keepStudyHosting);
  const take = useAction(takeHostingDocument, (data) => data.takeStudyHosting);
  const { id: sessionId, viewerActions } = session;
  const shared = { viewerActions, onDone: onChange };
  const input = { sessionId };
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="CHECK_IN"
        look="primary"
        label={t('study.checkIn')}
        onRun={() => intent((idempotencyKey) => checkIn({ input: { ...input, idempotencyKey } }))}
      />
      <RecordAction session={session} onChange={onChange} />
      <ActionButton {...shared} action="FINISH" label={t('study.finish')} onRun={() => finish({ input })} />
      <ActionButton
        {...shared}
        action="TAKE_HOSTING"
        look="primary"
        label={t('study.takeHosting')}
        onRun={() => intent((idempotencyKey) => take({ input: { ...input, idempotencyKey } }))}
      />
      <ActionButton {...shared} action="OFFER_HOSTING" label={t('study.offerHosting')} onRun={() => offer({ input })} />
      <ActionButton {...shared} action="KEEP_HOSTING" label={t('study.keepHosting')} onRun={() => keep({ input })} />
      <ActionButton
        {...shared}
        action="SKIP"
        look="danger"
        label={t('study.skip')}
        confirm={{ title: t('study.skip'), body: t('study.skipLead'), label: t('study.skip') }}
        onRun={() => skip({ input })}
      />
    </Cluster>
  );
}

function RecordAction({ session, onChange }: ActionsProps): ReactElement {
  const { t } = useTexts();
  const record = useAction(recordDocument, (data) => data.recordStudyAttendance);
  const people = (session.attendance ?? []).flatMap(({ member, isPresent, isByThemselves }) =>
    member ? [{ ...member, isPresent, isByThemselves }] : [],
  );
  const before = people.filter(({ isPresent }) => isPresent).map(({ id }) => id);
  return (
    <FormAction
      viewerActions={session.viewerActions}
      action="RECORD"
      label={t('study.record')}
      lead={t('study.recordLead')}
      initial={{ present: before }}
      onRun={({ present }) =>
        record({
          input: {
            sessionId: session.id,
            presentIds: present.filter((id) => !before.includes(id)),
            absentIds: before.filter((id) => !present.includes(id)),
          },
        })
      }
      onDone={onChange}
    >
      <CheckboxesField
        name="present"
        label={t('study.whoWasThere')}
        options={people.map(({ id, displayName, isByThemselves }) => ({
          value: id,
          label: `${displayName ?? t('person.hiddenName')}${isByThemselves ? ` · ${t('study.byThemselves')}` : ''}`,
        }))}
      />
    </FormAction>
  );
}
