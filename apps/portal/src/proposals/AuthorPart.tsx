import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  Notice,
  SoftText,
  Stack,
  TextAreaField,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose } from '../parts/Rows.js';
import {
  answerMergeDocument,
  answerSecondingDocument,
  appealDocument,
  reviveDocument,
  submitDocument,
  withdrawProposalDocument,
} from './author-documents.js';
import type { ProposalPartProps, ShownProposal } from './proposal-document.js';
import { InviteSeconder } from './InviteSeconder.js';

const ofAuthor = ['EDIT', 'AMEND', 'SUBMIT', 'INVITE_SECONDER', 'APPEAL', 'ACCEPT_MERGE', 'REVIVE', 'WITHDRAW'];

/** What its author and who is asked to second it can do, with what the committee wrote. */
export function AuthorPart(props: ProposalPartProps): ReactElement | null {
  const { proposal } = props;
  const { viewerActions, screenings } = proposal;
  const canAct = viewerActions.some((action) => [...ofAuthor, 'ANSWER_SECONDING'].includes(action));
  const words = screenings.filter(({ note }) => note !== '');
  if (!canAct && words.length === 0) return null;
  return (
    <Card>
      <Stack>
        {words.map((screening) => (
          <Screening key={screening.decidedAt} screening={screening} />
        ))}
        <Merge {...props} />
        <Seconding {...props} />
        <Actions {...props} />
      </Stack>
    </Card>
  );
}

function Screening({ screening }: { readonly screening: ShownProposal['screenings'][number] }): ReactElement {
  const { t } = useTexts();
  const { decision, reason, note, decidedAt } = screening;
  return (
    <Notice tone={decision === 'NOT_FILED' || decision === 'APPEAL_REJECTED' ? 'warn' : 'info'}>
      <strong>{t(`screening.${decision}`)}</strong> <DateTimeText instant={decidedAt} show="day" />
      {reason && <SoftText>{t(`refusal.${reason}`)}</SoftText>}
      <Prose>{note}</Prose>
    </Notice>
  );
}

function Seconding({ proposal, onChange }: ProposalPartProps): ReactElement | null {
  const { t } = useTexts();
  const answer = useAction(answerSecondingDocument, (data) => data.answerSeconding);
  if (!proposal.viewerActions.includes('ANSWER_SECONDING')) return null;
  const run = (accept: boolean) => () => answer({ input: { proposalId: proposal.id, accept } });
  const shared = { viewerActions: proposal.viewerActions, action: 'ANSWER_SECONDING', onDone: onChange };
  return (
    <>
      <p>{t('proposal.secondLead')}</p>
      <Cluster>
        <ActionButton {...shared} look="primary" label={t('proposal.second')} onRun={run(true)} />
        <ActionButton {...shared} label={t('proposal.notSecond')} onRun={run(false)} />
      </Cluster>
    </>
  );
}

function Merge({ proposal, onChange }: ProposalPartProps): ReactElement | null {
  const { t } = useTexts();
  const answer = useAction(answerMergeDocument, (data) => data.answerProposalMerge);
  const { mergeInto, viewerActions } = proposal;
  if (!mergeInto || !viewerActions.includes('ACCEPT_MERGE')) return null;
  const run = (accept: boolean) => () => answer({ input: { proposalId: proposal.id, accept } });
  return (
    <>
      <p>
        {t('proposal.mergeLead')}{' '}
        <Link to="/proposals/$proposalId" params={{ proposalId: mergeInto.id }} lang={mergeInto.text.language}>
          {mergeInto.text.title}
        </Link>
      </p>
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="ACCEPT_MERGE"
          look="primary"
          label={t('proposal.merge')}
          confirm={{ title: t('proposal.merge'), body: t('proposal.mergeBody') }}
          onRun={run(true)}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={viewerActions}
          action="DECLINE_MERGE"
          label={t('proposal.notMerge')}
          onRun={run(false)}
          onDone={onChange}
        />
      </Cluster>
    </>
  );
}

function Actions({ proposal, onChange }: ProposalPartProps): ReactElement {
  const { t } = useTexts();
  const submit = useAction(submitDocument, (data) => data.submitProposal);
  const withdraw = useAction(withdrawProposalDocument, (data) => data.withdrawProposal);
  const revive = useAction(reviveDocument, (data) => data.reviveProposal);
  const appeal = useAction(appealDocument, (data) => data.appealProposalRefusal);
  const { viewerActions, id: proposalId } = proposal;
  const shared = { viewerActions, onDone: onChange };
  const canWrite = viewerActions.includes('EDIT') || viewerActions.includes('AMEND');
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="SUBMIT"
        look="primary"
        label={t('proposal.submit')}
        confirm={{ title: t('proposal.submit'), body: t('proposal.submitBody') }}
        onRun={() => submit({ input: { proposalId } })}
      />
      <InviteSeconder proposal={proposal} onChange={onChange} />
      {canWrite && (
        <Link className={buttonClass} data-look="plain" to="/proposals/$proposalId/write" params={{ proposalId }}>
          {t('proposal.edit')}
        </Link>
      )}
      <FormAction
        {...shared}
        action="APPEAL"
        label={t('proposal.appeal')}
        lead={t('proposal.appealLead')}
        initial={{ words: '' }}
        onRun={({ words }) => appeal({ input: { proposalId, words } })}
      >
        <TextAreaField name="words" label={t('proposal.appealWords')} />
      </FormAction>
      <ActionButton
        {...shared}
        action="REVIVE"
        look="primary"
        label={t('proposal.revive')}
        onRun={() => revive({ input: { proposalId } })}
      />
      <ActionButton
        {...shared}
        action="WITHDRAW"
        look="danger"
        label={t('proposal.withdraw')}
        confirm={{ title: t('proposal.withdraw'), body: t('proposal.withdrawBody') }}
        onRun={() => withdraw({ input: { proposalId } })}
      />
    </Cluster>
  );
}
