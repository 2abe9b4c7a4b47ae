import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import {
  DepartmentProposalsDocument,
  type PartnerProposalFactsFragment,
  type ProposalStatus,
} from '../generated/graphql.js';
import { ProposalBadge } from './ProposalBadge.js';

export { words } from './words.js';

const parts = {
  owed: ['REFERRED', 'ACKNOWLEDGED', 'RECONSIDERED'],
  promised: ['ANSWERED', 'IN_DELIVERY', 'REOPENED', 'DELIVERED'],
  over: ['CLOSED'],
} as const satisfies Readonly<Record<string, readonly ProposalStatus[]>>;

type Part = keyof typeof parts;

/** The proposals that the department answers for or helps with, first due first: what it owes, what it promised, what is over. */
export function DepartmentProposalsPage(): ReactElement {
  const { t } = useTexts();
  const besides = (
    <Cluster>
      <Link className={buttonClass} data-look="plain" to="/issues">
        {t('partners.issues')}
      </Link>
      <Link className={buttonClass} data-look="plain" to="/promise">
        {t('ourPromise.title')}
      </Link>
    </Cluster>
  );
  return (
    <Page title={t('proposals.title')} lead={t('proposals.lead')} actions={besides}>
      <ForDepartment skeleton={<SkeletonList count={4} height="6rem" />}>
        {({ id }) => (
          <Stack gap="large">
            {(Object.keys(parts) as Part[]).map((part) => (
              <section key={part}>
                <h2>{t(`proposals.${part}`)}</h2>
                <Proposals departmentId={id} part={part} />
              </section>
            ))}
          </Stack>
        )}
      </ForDepartment>
    </Page>
  );
}

type ProposalsProps = { readonly departmentId: string; readonly part: Part; readonly after?: string };

function Proposals({ departmentId, part, after }: ProposalsProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(DepartmentProposalsDocument, { departmentId, statuses: [...parts[part]], after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={2} height="6rem" />}
      isEmpty={({ proposals }) => (proposals?.edges ?? []).length === 0}
      empty={
        part === 'owed' ? <EmptyState title={t('proposals.none')} /> : <SoftText>{t('proposals.noneOfPart')}</SoftText>
      }
    >
      {({ proposals: page }) => (
        <Stack>
          {page?.edges.map(({ node }) => (
            <ProposalCard key={node.id} proposal={node} departmentId={departmentId} />
          ))}
          {page && (
            <NextPage pageInfo={page.pageInfo}>
              {(after) => <Proposals {...{ departmentId, part }} after={after} />}
            </NextPage>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

function ProposalCard({
  proposal,
  departmentId,
}: {
  readonly proposal: PartnerProposalFactsFragment;
  readonly departmentId: string;
}): ReactElement {
  const { t } = useTexts();
  const { id, status, text, dueAt, endorsementCount, leadDepartment } = proposal;
  const isOwed = parts.owed.some((each) => each === status);
  return (
    <Card as="article">
      <Cluster>
        <ProposalBadge status={status} />
        {leadDepartment && leadDepartment.id !== departmentId && (
          <SoftText isSmall>{t('proposals.helps', { name: leadDepartment.name })}</SoftText>
        )}
      </Cluster>
      <h3 lang={text.language}>
        <Link to="/proposals/$proposalId" params={{ proposalId: id }}>
          {text.title}
        </Link>
      </h3>
      <SoftText isSmall>
        {t('proposals.supporters', { count: endorsementCount })}
        {isOwed && dueAt && (
          <>
            {' · '}
            {t('proposals.due')} <DateTimeText instant={dueAt} isRelative />
          </>
        )}
      </SoftText>
    </Card>
  );
}
