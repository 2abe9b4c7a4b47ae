import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Card, Cluster, Stack, useGraphQuery, useSession, useTexts } from '@guildhall/ui';
import { graphql, withFragments } from '../graph/graphql.js';
import { ListPage } from '../parts/ListPage.js';
import { Row, Rows } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import { partOfProposals, proposalKinds } from './kinds.js';
import { proposalCardFragment } from './proposal-card-fragment.js';
import { ProposalCard } from './ProposalCard.js';

export { words } from './words.js';

const document = withFragments(
  graphql(`
    query Proposals($search: String, $statuses: [ProposalStatus!], $sort: ProposalSort, $after: String) {
      proposals(first: 18, search: $search, statuses: $statuses, sort: $sort, after: $after) {
        edges {
          node {
            id
            ...ProposalCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  proposalCardFragment,
);

const ownDocument = graphql(`
  query MyProposals {
    viewer {
      subject
      proposals(first: 10) {
        edges {
          node {
            id
            status
            viewerActions
            text {
              number
              language
              title
            }
          }
        }
      }
    }
  }
`);

/** Proposals of the union, narrowed by words and part; the viewer's own stand first. */
export function ProposalsPage(): ReactElement {
  const { state } = useSession();
  const isSignedIn = state.status === 'signed-in';
  const { data, isLoading } = useGraphQuery(ownDocument, {}, { isPaused: !isSignedIn });
  const own = data?.viewer.proposals?.edges.map(({ node }) => node) ?? [];
  return (
    <ListPage
      words="proposals"
      to="/proposals"
      kinds={proposalKinds}
      kindWords="proposalKind"
      picture="letter"
      document={document}
      variablesFor={({ search, kind }, after) => ({ search, after, ...partOfProposals(kind) })}
      pick={({ proposals }) => proposals}
      keyOf={({ node }) => node.id}
      first={<First own={own} isMember={data?.viewer.proposals !== null && isSignedIn} />}
      isFirstLoading={state.status === 'starting' || (isSignedIn && isLoading)}
    >
      {({ node }) => <ProposalCard proposal={node} />}
    </ListPage>
  );
}

type Own = {
  readonly id: string;
  readonly status: string;
  readonly viewerActions: readonly string[];
  readonly text: { readonly language: string; readonly title: string };
};

function First({ own, isMember }: { readonly own: readonly Own[]; readonly isMember: boolean }): ReactElement {
  const { t } = useTexts();
  return (
    <Stack>
      <Cluster>
        {isMember && (
          <Link className={buttonClass} data-look="primary" to="/proposals/new">
            {t('proposals.write')}
          </Link>
        )}
        <Link className={buttonClass} data-look="plain" to="/promises">
          {t('proposals.promise')}
        </Link>
      </Cluster>
      {own.length > 0 && (
        <Card>
          <h2>{t('proposals.own')}</h2>
          <Rows>
            {own.map(({ id, status, text, viewerActions }) => (
              <Row key={id}>
                <Link to="/proposals/$proposalId" params={{ proposalId: id }} lang={text.language}>
                  {text.title}
                </Link>
                <Cluster>
                  {viewerActions.includes('ANSWER_SECONDING') && <span>{t('proposal.asksYou')}</span>}
                  <StatusWord family="proposal" status={status} />
                </Cluster>
              </Row>
            ))}
          </Rows>
        </Card>
      )}
      <h2>{t('proposals.all')}</h2>
    </Stack>
  );
}
