import { Suspense, type ReactElement } from 'react';
import { ActionButton, Cluster, RadioField, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction, useIntent } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { lazyPart } from '../parts/lazy-part.js';
import {
  archiveDocument,
  joinDocument,
  leaveDocument,
  pauseDocument,
  reportDocument,
  resumeDocument,
} from './group-actions.js';
import type { ShownStudyGroup } from './study-documents.js';
import { oneOf, reportReasons } from './study-kinds.js';

const EditGroup = lazyPart(() => import('./EditGroup.js'), 'EditGroup');
const InviteMember = lazyPart(() => import('./InviteMember.js'), 'InviteMember');

type ActionsProps = { readonly group: ShownStudyGroup; readonly onChange: () => void };

/** What the viewer may do with a study group. */
export function GroupActions({ group, onChange }: ActionsProps): ReactElement {
  const { t } = useTexts();
  const intent = useIntent();
  const join = useAction(joinDocument, (data) => data.joinStudyGroup);
  const leave = useAction(leaveDocument, (data) => data.leaveStudyGroup);
  const { id: groupId, viewerActions } = group;
  const shared = { viewerActions, onDone: onChange };
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="JOIN"
        look="primary"
        label={group.isFull ? t('study.wait') : t('study.join')}
        onRun={() => intent((idempotencyKey) => join({ input: { groupId, idempotencyKey } }))}
      />
      <Suspense fallback={null}>
        <EditGroup group={group} onChange={onChange} />
        <InviteMember groupId={groupId} viewerActions={viewerActions} onChange={onChange} />
      </Suspense>
      <LifeActions group={group} onChange={onChange} />
      <ActionButton
        {...shared}
        action="LEAVE"
        look="danger"
        label={t('study.leave')}
        confirm={{ title: t('study.leave'), body: t('study.leaveLead'), label: t('study.leave') }}
        onRun={() => leave({ input: { groupId } })}
      />
      <ReportGroup group={group} onChange={onChange} />
    </Cluster>
  );
}

/** Lets the group rest, go on, or end. */
function LifeActions({ group, onChange }: ActionsProps): ReactElement {
  const { t } = useTexts();
  const pause = useAction(pauseDocument, (data) => data.pauseStudyGroup);
  const resume = useAction(resumeDocument, (data) => data.resumeStudyGroup);
  const archive = useAction(archiveDocument, (data) => data.archiveStudyGroup);
  const input = { groupId: group.id };
  const shared = { viewerActions: group.viewerActions, onDone: onChange };
  return (
    <>
      <ActionButton {...shared} action="RESUME" label={t('study.resume')} onRun={() => resume({ input })} />
      <ActionButton
        {...shared}
        action="PAUSE"
        label={t('study.pause')}
        confirm={{ title: t('study.pause'), body: t('study.pauseLead'), label: t('study.pause') }}
        onRun={() => pause({ input })}
      />
      <ActionButton
        {...shared}
        action="ARCHIVE"
        look="danger"
        label={t('study.archive')}
        confirm={{ title: t('study.archive'), body: t('study.archiveLead'), label: t('study.archive') }}
        onRun={() => archive({ input })}
      />
    </>
  );
}

function ReportGroup({
  group,
  onChange,
}: {
  readonly group: ShownStudyGroup;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const report = useAction(reportDocument, (data) => data.reportStudyGroup);
  return (
    <FormAction
      viewerActions={group.viewerActions}
      action="REPORT"
      label={t('study.report')}
      lead={t('study.reportLead')}
      initial={{ reason: 'CONDUCT', words: '' }}
      onRun={({ reason, words }) =>
        report({ input: { groupId: group.id, reason: oneOf(reportReasons, reason) ?? 'OTHER', words } })
      }
      onDone={onChange}
    >
      <RadioField
        name="reason"
        label={t('study.reportReason')}
        options={reportReasons.map((value) => ({ value, label: t(`studyReport.${value}`) }))}
      />
      <TextAreaField name="words" label={t('study.reportWords')} />
    </FormAction>
  );
}
