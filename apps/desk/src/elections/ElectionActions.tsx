import { ActionButton, Cluster, DialogAction, useGraphMutation, useTexts } from '@guildhall/ui';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactElement } from 'react';
import { AnnounceElectionDocument, DeclareElectionDocument } from '../generated/election-steps/graphql.js';
import type { ElectionProps } from './ElectionView.js';
import { HaltActions } from './HaltActions.js';
import { isReady, whatIsLeft } from './what-is-left.js';

const EditElectionForm = lazy(async () => ({ default: (await import('./EditElectionForm.js')).EditElectionForm }));
const ResumeForm = lazy(async () => ({ default: (await import('./ResumeForm.js')).ResumeForm }));
const ByElectionForm = lazy(async () => ({ default: (await import('./ByElectionForm.js')).ByElectionForm }));

/** The steps of an election that its returning officer takes; a step stands here once nothing is left before it. */
export function ElectionActions({ election, onChange }: ElectionProps): ReactElement | null {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { viewerActions } = election;
  if (viewerActions.length === 0) return null;
  const finish = (close: () => void) => (): void => {
    close();
    onChange();
  };
  return (
    <Cluster>
      <TurnAction {...{ election, onChange }} />
      <DialogAction {...{ viewerActions }} action="EDIT" label={t('elections.edit')}>
        {(close) => <EditElectionForm election={election} onDone={finish(close)} />}
      </DialogAction>
      <DialogAction {...{ viewerActions }} action="RESUME" look="primary" label={t('elections.resume')}>
        {(close) => <ResumeForm election={election} onDone={finish(close)} />}
      </DialogAction>
      <DialogAction {...{ viewerActions }} action="PLAN_BY_ELECTION" label={t('elections.byElection')}>
        {() => (
          <ByElectionForm
            election={election}
            onDone={(electionId) => void navigate({ to: '/elections/$electionId', params: { electionId } })}
          />
        )}
      </DialogAction>
      <HaltActions {...{ election, onChange }} />
    </Cluster>
  );
}

/** The two steps that tell everybody something; until all is there that they need, the list above says what is missing. */
function TurnAction({ election, onChange }: ElectionProps): ReactElement | null {
  const { t } = useTexts();
  const announce = useGraphMutation(AnnounceElectionDocument);
  const declare = useGraphMutation(DeclareElectionDocument);
  const { id: electionId, viewerActions } = election;
  if (!isReady(whatIsLeft(election, Date.now()))) return null;
  return (
    <>
      <ActionButton
        {...{ viewerActions }}
        action="ANNOUNCE"
        look="primary"
        label={t('elections.announce')}
        confirm={{
          title: t('elections.announceTitle'),
          body: t('elections.announceBody'),
          label: t('elections.announce'),
        }}
        onRun={async () => {
          const { data, problem } = await announce({ input: { electionId } });
          return { result: data?.announceElection, problem };
        }}
        onDone={onChange}
      />
      <ActionButton
        {...{ viewerActions }}
        action="DECLARE"
        look="primary"
        label={t('elections.declare')}
        confirm={{
          title: t('elections.declareTitle'),
          body: t('elections.declareBody'),
          label: t('elections.declare'),
        }}
        onRun={async () => {
          const { data, problem } = await declare({ input: { electionId } });
          return { result: data?.declareElection, problem };
        }}
        onDone={onChange}
      />
    </>
  );
}
