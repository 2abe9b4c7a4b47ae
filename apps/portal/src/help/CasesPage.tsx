import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { ActingFor } from '../acting/ActingFor.js';
import { graphql } from '../graph/graphql.js';
import { HelpPlaces } from '../inbox/HelpPlaces.js';
import { actingWords } from '../acting/words.js';
import { receiptWords } from '../receipt/words.js';
import { readingsWords } from '../readings/readings-words.js';
import { caseWords } from './case-words.js';
import { WithoutName } from '../receipt/WithoutName.js';
import { StatusWord } from '../parts/StatusWord.js';

/** The words of this page and of what it shows. */
export const words = [...caseWords, ...readingsWords, ...receiptWords, ...actingWords];

const document = graphql(`
  query MyCases {
    viewer {
      subject
      cases(first: 50) {
        edges {
          node {
            id
            matter
            status
            stage
            openedAt
            referrals {
              id
              status
              viewerActions
            }
            mergeOffers {
              id
              viewerActions
            }
          }
        }
      }
    }
  }
`);

/** The viewer's own cases with the advice service. */
export function CasesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('help.title')} lead={t('help.lead')}>
      <SignedIn>
        <Stack>
          <MyCases />
          <ActingFor />
          <HelpPlaces />
        </Stack>
      </SignedIn>
      <WithoutName />
    </Page>
  );
}

function MyCases(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, {});
  const mediation = (
    <Link className={buttonClass} data-look="plain" to="/mediation">
      {t('help.mediation')}
    </Link>
  );
  const open = (
    <Link className={buttonClass} data-look="primary" to="/help/new">
      {t('help.open')}
    </Link>
  );
  const empty = (
    <EmptyState
      picture="letter"
      title={t('help.none')}
      action={
        <Cluster>
          {open}
          {mediation}
        </Cluster>
      }
    >
      {t('help.noneLead')}
    </EmptyState>
  );
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="8rem" />}
      isEmpty={({ viewer }) => (viewer.cases?.edges ?? []).length === 0}
      empty={empty}
    >
      {({ viewer }) => (
        <Stack>
          {(viewer.cases?.edges ?? []).map(({ node }) => (
            <CaseCard key={node.id} item={node} />
          ))}
          <Cluster>
            {open}
            {mediation}
          </Cluster>
        </Stack>
      )}
    </QueryView>
  );
}

type CaseCardItem = {
  readonly id: string;
  readonly matter: string;
  readonly status: string;
  readonly stage: string;
  readonly openedAt: string;
  readonly referrals: readonly { readonly viewerActions: readonly string[] }[];
  readonly mergeOffers: readonly { readonly viewerActions: readonly string[] }[];
};

function CaseCard({ item }: { readonly item: CaseCardItem }): ReactElement {
  const { t } = useTexts();
  const needsConsent = [...item.referrals, ...item.mergeOffers].some(({ viewerActions }) =>
    ['CONSENT', 'ANSWER', 'AGREE'].some((action) => viewerActions.includes(action)),
  );
  return (
    <Card as="article">
      <Cluster>
        <StatusWord family="case" status={item.status} />
        {needsConsent && <StatusBadge tone="warn">{t('help.needsYou')}</StatusBadge>}
      </Cluster>
      <h2>
        <Link to="/help/$caseId" params={{ caseId: item.id }}>
          {t(`matter.${item.matter}`)}
        </Link>
      </h2>
      <SoftText>
        {t('help.openedOn')} <DateTimeText instant={item.openedAt} show="day" /> · {t(`stage.${item.stage}`)}
      </SoftText>
    </Card>
  );
}
