import { ActionButton, Cluster, DialogAction, Notice, SoftText, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { DisqualifyCandidateDocument, ScreenCandidateDocument } from '../generated/candidates/graphql.js';
import type { CandidateProps } from './CandidateCard.js';
import { DecideAppealForm } from './DecideAppealForm.js';
import { WordsForm } from './WordsForm.js';

const decisions = ['SCREEN', 'DISQUALIFY', 'DECIDE_APPEAL'] as const;

/** What can be decided about a candidacy now. */
export function CandidateActions({ candidate, electionStatus, onChange }: CandidateProps): ReactElement | null {
  const { t } = useTexts();
  const { viewerActions } = candidate;
  const isOpen = candidate.appeal && typeof candidate.appeal.isGranted !== 'boolean';
  return (
    <>
      {isOpen && !viewerActions.includes('DECIDE_APPEAL') && (
        <SoftText isSmall>{t('candidacies.somebodyElse')}</SoftText>
      )}
      {decisions.some((decision) => viewerActions.includes(decision)) && (
        <Cluster>
          <Screening {...{ candidate, onChange }} />
          <Disqualification {...{ candidate, electionStatus, onChange }} />
          <DialogAction {...{ viewerActions }} action="DECIDE_APPEAL" look="primary" label={t('candidacies.decide')}>
            {(close) => (
              <DecideAppealForm
                candidateId={candidate.id}
                onDone={() => {
                  close();
                  onChange();
                }}
              />
            )}
          </DialogAction>
        </Cluster>
      )}
    </>
  );
}

function Screening({ candidate, onChange }: CandidateProps): ReactElement {
  const { t } = useTexts();
  const screen = useGraphMutation(ScreenCandidateDocument);
  const { id: candidateId, viewerActions, nominationCount, nominationsNeeded } = candidate;
  const hasEnough = typeof nominationCount === 'number' && nominationCount >= nominationsNeeded;
  return (
    <>
      {hasEnough && (
        <ActionButton
          {...{ viewerActions }}
          action="SCREEN"
          label={t('candidacies.eligible')}
          onRun={async () => {
            const { data, problem } = await screen({ input: { candidateId, isEligible: true } });
            return { result: data?.screenCandidate, problem };
          }}
          onDone={onChange}
        />
      )}
      <DialogAction {...{ viewerActions }} action="SCREEN" look="danger" label={t('candidacies.ineligible')}>
        {(close) => (
          <WordsForm
            name="reason"
            label={t('candidacies.reason')}
            hint={t('candidacies.candidateReads')}
            submitLabel={t('candidacies.ineligible')}
            onRun={async (reason) => {
              const { data, problem } = await screen({ input: { candidateId, isEligible: false, reason } });
              return { result: data?.screenCandidate, problem };
            }}
            onDone={() => {
              close();
              onChange();
            }}
          />
        )}
      </DialogAction>
    </>
  );
}

function Disqualification({ candidate, electionStatus, onChange }: CandidateProps): ReactElement {
  const { t } = useTexts();
  const disqualify = useGraphMutation(DisqualifyCandidateDocument);
  const { id: candidateId, viewerActions } = candidate;
  return (
    <DialogAction
      {...{ viewerActions }}
      action="DISQUALIFY"
      look="danger"
      label={t('candidacies.disqualify')}
      title={t('candidacies.disqualifyTitle', { name: candidate.name })}
    >
      {(close) => (
        <WordsForm
          name="reason"
          label={t('elections.publicReason')}
          hint={t('elections.everybodyReads')}
          submitLabel={t('candidacies.disqualify')}
          isGrave
          onRun={async (reason) => {
            const { data, problem } = await disqualify({ input: { candidateId, reason } });
            return { result: data?.disqualifyCandidate, problem };
          }}
          onDone={() => {
            close();
            onChange();
          }}
        >
          <Notice tone="warn">
            {t([`candidacies.disqualifyWarning.${electionStatus}`, 'candidacies.disqualifyWarning.other'])}
          </Notice>
        </WordsForm>
      )}
    </DialogAction>
  );
}
