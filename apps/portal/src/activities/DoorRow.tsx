import type { ReactElement } from 'react';
import { ActionButton, Cluster, DateTimeText, PersonChip, TextAreaField, useTexts } from '@guildhall/ui';
import type { DoorListQuery } from '../generated/graphql.js';
import { useAction, useIntent } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { undoScanDocument } from '../door/door-documents.js';
import { Row } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import { checkInDocument, correctDocument, removeDocument } from './door-documents.js';

/** One person on the list at the door. */
export type DoorRegistration = NonNullable<DoorListQuery['activity']>['registrations']['edges'][number]['node'];

type DoorRowProps = { readonly registration: DoorRegistration; readonly onChange: () => void };

/** A person on the list with what can be done about them: let in, taken off, corrected afterwards. */
export function DoorRow({ registration, onChange }: DoorRowProps): ReactElement {
  const { t } = useTexts();
  const { id, status, member, viewerActions, scans } = registration;
  const checkIn = useAction(checkInDocument, (data) => data.checkIn);
  const correct = useAction(correctDocument, (data) => data.correctAttendance);
  const remove = useAction(removeDocument, (data) => data.removeRegistration);
  const intent = useIntent();
  const shared = { viewerActions, onDone: onChange, initial: { reason: '' } };
  const reason = <TextAreaField name="reason" label={t('organiser.reason')} />;
  return (
    <Row>
      <PersonChip name={member?.displayName} detail={<Detail registration={registration} />} />
      <Cluster>
        {status !== 'CONFIRMED' && <StatusWord family="door" status={status} />}
        <ActionButton
          viewerActions={viewerActions}
          action="CHECK_IN"
          look="primary"
          label={t('door.checkIn')}
          onRun={() => intent((idempotencyKey) => checkIn({ input: { registrationId: id, idempotencyKey } }))}
          onDone={onChange}
        />
        {scans.map((scan) => (
          <UndoScan key={scan.id} scan={scan} onChange={onChange} />
        ))}
        <FormAction
          {...shared}
          action="MARK_ATTENDED"
          label={t('door.markAttended')}
          onRun={(values) => correct({ input: { registrationId: id, attended: true, ...values } })}
        >
          {reason}
        </FormAction>
        <FormAction
          {...shared}
          action="MARK_ABSENT"
          label={t('door.markAbsent')}
          onRun={(values) => correct({ input: { registrationId: id, attended: false, ...values } })}
        >
          {reason}
        </FormAction>
        <FormAction
          {...shared}
          action="REMOVE"
          look="quiet"
          label={t('door.remove')}
          title={t('door.removeTitle')}
          onRun={(values) => remove({ input: { registrationId: id, ...values } })}
        >
          {reason}
        </FormAction>
      </Cluster>
    </Row>
  );
}

type UndoScanProps = { readonly scan: DoorRegistration['scans'][number]; readonly onChange: () => void };

function UndoScan({ scan, onChange }: UndoScanProps): ReactElement {
  const { t } = useTexts();
  const undo = useAction(undoScanDocument, (data) => data.undoScan);
  const scanned = t(scan.direction === 'IN' ? 'scan.scannedIn' : 'scan.scannedOut');
  return (
    <FormAction
      viewerActions={scan.viewerActions}
      onDone={onChange}
      initial={{ reason: '' }}
      action="UNDO"
      look="quiet"
      label={t('scan.undo')}
      title={t('scan.undoTitle')}
      lead={`${scanned} ${t('scan.by', { device: scan.deviceLabel ?? t('scan.otherDevice') })}`}
      onRun={({ reason }) => undo({ input: { scanId: scan.id, reason } })}
    >
      <TextAreaField name="reason" label={t('organiser.reason')} />
    </FormAction>
  );
}

function Detail({
  registration: { checkedInAt, waitingPlace },
}: {
  readonly registration: DoorRegistration;
}): ReactElement {
  const { t } = useTexts();
  if (checkedInAt) return <DateTimeText instant={checkedInAt} show="time" />;
  return <>{typeof waitingPlace === 'number' && t('registration.waitingPlace', { place: waitingPlace })}</>;
}
