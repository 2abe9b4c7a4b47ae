import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import {
  AcknowledgeProposalDocument,
  DepartmentProposalDocument,
  type PartnerProposalFragment,
} from '../generated/graphql.js';
import { AnswersCard } from './AnswersCard.js';
import { DeliveryCard } from './DeliveryCard.js';
import { ProposalBadge } from './ProposalBadge.js';

export { words } from './words.js';

function readProposalId({ proposalId = '' }: { readonly proposalId?: string }): string {
  return proposalId;
}

/** One proposal as the department works on it: what is asked, drafts that nobody else sees, the answer, the promise. */
export function DepartmentProposalPage(): ReactElement {
  const { t } = useTexts();
  const proposalId = useParams({ strict: false, select: readProposalId });
  const back = (
    <Link to="/proposals" className={buttonClass} data-look="quiet">
      {t('proposals.title')}
    </Link>
  );
  return (
    <Page title={t('proposals.one')} actions={back}>
      <ForDepartment skeleton={<Skeleton height="30rem" />}>{() => <OneProposal id={proposalId} />}</ForDepartment>
    </Page>
  );
}

function OneProposal({ id }: { readonly id: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(DepartmentProposalDocument, { id });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="30rem" />}
      isEmpty={({ proposal }) => proposal === null}
      empty={
        <EmptyState picture="door" title={t('proposals.missing')}>
          {t('proposals.missingLead')}
        </EmptyState>
      }
    >
      {({ proposal }) =>
        proposal && (
          <Stack>
            <Standing proposal={proposal} onDone={query.reload} />
            <AnswersCard proposal={proposal} onDone={query.reload} />
            <DeliveryCard proposal={proposal} onDone={query.reload} />
          </Stack>
        )
      }
    </QueryView>
  );
}

const textParts = ['background', 'problem', 'suggestion'] as const;

/** A proposal and what to do once something was done to it. */
export type ProposalCardProps = { readonly proposal: PartnerProposalFragment; readonly onDone: () => void };

function Standing({ proposal, onDone }: ProposalCardProps): ReactElement {
  const { t } = useTexts();
  const acknowledge = useGraphMutation(AcknowledgeProposalDocument);
  const { id, status, dueAt, text, endorsementCount, viewerActions } = proposal;
  return (
    <Card>
      <h2 lang={text.language}>{text.title}</h2>
      <Cluster>
        <ProposalBadge status={status} />
        <SoftText isSmall>{t('proposals.supporters', { count: endorsementCount })}</SoftText>
        {dueAt && (
          <SoftText isSmall>
            {t('proposals.due')} <DateTimeText instant={dueAt} show="day" />
          </SoftText>
        )}
      </Cluster>
      {textParts.map((part) => (
        <section key={part}>
          <h3>{t(`proposals.${part}`)}</h3>
          <p lang={text.language}>{text[part]}</p>
        </section>
      ))}
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="ACKNOWLEDGE"
          look="primary"
          label={t('proposals.acknowledge')}
          onRun={async () => {
            const { data, problem } = await acknowledge({ input: { proposalId: id } });
            return { result: data?.acknowledgeProposal, problem };
          }}
          onDone={onDone}
        />
      </Cluster>
    </Card>
  );
}
