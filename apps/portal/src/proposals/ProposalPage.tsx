import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { StatusWord } from '../parts/StatusWord.js';
import { usePlaceParam } from '../parts/use-place.js';
import { PersonLink } from '../people/PersonLink.js';
import { AnswerPart } from './AnswerPart.js';
import { DeliveryPart } from './DeliveryPart.js';
import { EndorsePart } from './EndorsePart.js';
import { OwnPart } from './OwnPart.js';
import { proposalDocument, type ProposalPartProps, type ShownProposal } from './proposal-document.js';
import { ProgressPart } from './ProgressPart.js';
import { TextPart } from './TextPart.js';

export { words } from './words.js';

/** One proposal: what it asks for, how far it is, and what the viewer can do about it. */
export function ProposalPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(proposalDocument, { id: usePlaceParam('proposalId') });
  const back = (
    <Link className={buttonClass} data-look="quiet" to="/proposals">
      {t('proposals.title')}
    </Link>
  );
  return (
    <Page title={query.data?.proposal?.text.title ?? t('proposal.title')} actions={back}>
      <QueryView
        query={query}
        skeleton={<Skeleton height="34rem" />}
        isEmpty={({ proposal }) => proposal === null || proposal === undefined}
        empty={
          <EmptyState picture="letter" title={t('proposal.missing')}>
            {t('proposal.missingLead')}
          </EmptyState>
        }
      >
        {({ proposal }) => proposal && <ProposalView proposal={proposal} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}

function ProposalView(props: ProposalPartProps): ReactElement {
  const { proposal } = props;
  return (
    <Stack gap="large">
      <Cluster>
        <StatusWord family="proposal" status={proposal.status} />
        {proposal.leadDepartment && <SoftText>{proposal.leadDepartment.name}</SoftText>}
      </Cluster>
      <OwnPart {...props} />
      <EndorsePart {...props} />
      <AnswerPart {...props} />
      <DeliveryPart {...props} />
      <TextPart texts={proposal.texts} />
      <People proposal={proposal} />
      <ProgressPart proposal={proposal} />
    </Stack>
  );
}

function People({ proposal }: { readonly proposal: ShownProposal }): ReactElement {
  const { t } = useTexts();
  const { author, authorship, seconders, supportingDepartments } = proposal;
  const named = author ? <PersonLink member={author} /> : t(`authorship.${authorship}`);
  return (
    <Card>
      <h2>{t('proposal.people')}</h2>
      <Facts
        facts={[
          { name: t('proposal.author'), value: named },
          {
            name: t('proposal.seconders'),
            value: seconders.length > 0 && (
              <Cluster>
                {seconders.map(({ member, acceptedAt }, index) => (
                  <span key={member?.id ?? index}>
                    {member ? <PersonLink member={member} /> : t('authorship.FORMER_MEMBER')}
                    {acceptedAt === null && <SoftText isSmall>{t('proposal.asked')}</SoftText>}
                  </span>
                ))}
              </Cluster>
            ),
          },
          {
            name: t('proposal.supporting'),
            value: supportingDepartments.map(({ name }) => name).join(', '),
          },
          { name: t('proposal.constituency'), value: proposal.constituencySize },
        ]}
      />
    </Card>
  );
}
