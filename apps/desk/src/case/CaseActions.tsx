import { ActionButton, buttonClass, Cluster, DialogAction, useGraphMutation, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AwaitStudentDocument, CloseCaseDocument } from '../generated/case/graphql.js';
import type { CaseFile } from './CasePage.js';
import { AdvanceForm } from './AdvanceForm.js';
import { OutcomeForm } from './OutcomeForm.js';

/** What the case worker may do to the case now. */
export function CaseActions({ item, onDone }: { readonly item: CaseFile; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const awaitStudent = useGraphMutation(AwaitStudentDocument);
  const close = useGraphMutation(CloseCaseDocument);
  const { viewerActions, id: caseId } = item;
  const finish = (shut: () => void) => () => {
    shut();
    onDone();
  };
  return (
    <Cluster>
      <Link to="/cases/$caseId/course" params={{ caseId }} className={buttonClass} data-look="plain">
        {t('case.course')}
      </Link>
      {viewerActions.includes('WRITE_NOTE') && (
        <Link to="/cases/$caseId/side" params={{ caseId }} className={buttonClass} data-look="plain">
          {t('case.side')}
        </Link>
      )}
      {viewerActions.includes('DRAFT_REFERRAL') && (
        <Link to="/cases/$caseId/refer" params={{ caseId }} className={buttonClass} data-look="plain">
          {t('case.refer')}
        </Link>
      )}
      {item.mediationActions.includes('PROPOSE') && (
        <Link to="/cases/$caseId/mediation" params={{ caseId }} className={buttonClass} data-look="plain">
          {t('case.proposeMediation')}
        </Link>
      )}
      <ActionButton
        {...{ viewerActions, onDone }}
        action="AWAIT_STUDENT"
        label={t('case.await')}
        confirm={{ title: t('case.awaitTitle'), body: t('case.awaitBody'), label: t('case.awaitYes') }}
        onRun={async () => {
          const { data, problem } = await awaitStudent({ input: { caseId } });
          return { result: data?.awaitStudent, problem };
        }}
      />
      <DialogAction {...{ viewerActions }} action="ADVANCE" label={t('case.advance')}>
        {(shut) => <AdvanceForm item={item} onDone={finish(shut)} />}
      </DialogAction>
      <DialogAction {...{ viewerActions }} action="RECORD_OUTCOME" label={t('case.recordOutcome')}>
        {(shut) => <OutcomeForm caseId={caseId} onDone={finish(shut)} />}
      </DialogAction>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="CLOSE"
        label={t('case.close')}
        look="danger"
        confirm={{ title: t('case.closeTitle'), body: t('case.closeBody'), label: t('case.closeYes') }}
        onRun={async () => {
          const { data, problem } = await close({ input: { caseId } });
          return { result: data?.closeCase, problem };
        }}
      />
    </Cluster>
  );
}
