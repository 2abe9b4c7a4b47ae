import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
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
import { PersonLink } from '../people/PersonLink.js';
import {
  answerMergeDocument,
  appealDocument,
  reviveDocument,
  submitDocument,
  withdrawProposalDocument,
} from './author-documents.js';
import type { ProposalPartProps, ShownProposal } from '../proposals/proposal-document.js';
import { InviteSeconder } from './InviteSeconder.js';

/** What the committee wrote to the author, who seconds it, and what the author can do. */
export function AuthorPart(props: ProposalPartProps): ReactElement {
  const { t } = useTexts();
  const { screenings, seconders } = props.proposal;
  const words = screenings.filter(({ note }) => note !== '');
  return (
    <Card>
      <Stack>
        {words.map((screening) => (
          <Screening key={screening.decidedAt} screening={screening} />
        ))}
        <h2>{t('ownProposal.seconders')}</h2>
        <Cluster>
          {seconders.map(({ member, acceptedAt }, index) => (
            <span key={member?.id ?? index}>
              <PersonLink member={member} />
              {acceptedAt === null && <SoftText isSmall>{t('ownProposal.asked')}</SoftText>}
            </span>
          ))}
        </Cluster>
        <Merge {...props} />
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

function Merge({ proposal, onChange }: ProposalPartProps): ReactElement | null {
  const { t } = useTexts();
  const answer = useAction(answerMergeDocument, (data) => data.answerProposalMerge);
  const { mergeInto, viewerActions } = proposal;
  if (!mergeInto || !viewerActions.includes('ACCEPT_MERGE')) return null;
  const run = (accept: boolean) => () => answer({ input: { proposalId: proposal.id, accept } });
  return (
    <>
      <p>
        {t('ownProposal.mergeLead')}{' '}
        <Link to="/proposals/$proposalId" params={{ proposalId: mergeInto.id }} lang={mergeInto.text.language}>
          {mergeInto.text.title}
        </Link>
      </p>
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="ACCEPT_MERGE"
          look="primary"
          label={t('ownProposal.merge')}
          confirm={{ title: t('ownProposal.merge'), body: t('ownProposal.mergeBody'), label: t('ownProposal.merge') }}
          onRun={run(true)}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={viewerActions}
          action="DECLINE_MERGE"
          label={t('ownProposal.notMerge')}
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
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="SUBMIT"
        look="primary"
        label={t('ownProposal.submit')}
        confirm={{ title: t('ownProposal.submit'), body: t('ownProposal.submitBody'), label: t('ownProposal.submit') }}
        onRun={() => submit({ input: { proposalId } })}
      />
      <InviteSeconder proposal={proposal} onChange={onChange} />
      <FormAction
        {...shared}
        action="APPEAL"
        label={t('ownProposal.appeal')}
        lead={t('ownProposal.appealLead')}
        initial={{ words: '' }}
        onRun={({ words }) => appeal({ input: { proposalId, words } })}
      >
        <TextAreaField name="words" label={t('ownProposal.appealWords')} />
      </FormAction>
      <ActionButton
        {...shared}
        action="REVIVE"
        look="primary"
        label={t('ownProposal.revive')}
        onRun={() => revive({ input: { proposalId } })}
      />
      <ActionButton
        {...shared}
        action="WITHDRAW"
        look="danger"
        label={t('ownProposal.withdraw')}
        confirm={{
          title: t('ownProposal.withdraw'),
          body: t('ownProposal.withdrawBody'),
          label: t('ownProposal.withdraw'),
        }}
        onRun={() => withdraw({ input: { proposalId } })}
      />
    </Cluster>
  );
}
