import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Button,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  Veiled,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { MyUpdatesQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Row, Rows } from '../parts/Rows.js';

export { words } from './words.js';

const document = graphql(`
  query MyUpdates($after: String) {
    viewer {
      subject
      updates(first: 30, after: $after) {
        unreadCount
        edges {
          node {
            id
            change
            at
            readAt
            isMuted
            subject {
              kind
              id
            }
            proposal {
              id
              text {
                number
                language
                title
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const readDocument = graphql(`
  mutation MarkUpdatesRead($input: MarkUpdatesReadInput!) {
    markUpdatesRead(input: $input) {
      __typename
    }
  }
`);

const muteDocument = graphql(`
  mutation MuteUpdates($input: MuteUpdatesInput!) {
    muteUpdates(input: $input) {
      __typename
    }
  }
`);

type Update = NonNullable<MyUpdatesQuery['viewer']['updates']>['edges'][number]['node'];

/** What happened to the proposals and issues that concern the viewer, newest first. */
export function UpdatesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('updates.title')} lead={t('updates.lead')}>
      <SignedIn>
        <Updates />
      </SignedIn>
    </Page>
  );
}

function Updates({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, { after });
  const read = useAction(readDocument, (data) => data.markUpdatesRead);
  const readAll = async (): Promise<void> => {
    await read({ input: {} });
    query.reload();
  };
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={6} height="4rem" />}
      isEmpty={({ viewer }) => (viewer.updates?.edges ?? []).length === 0 && after === undefined}
      empty={
        <EmptyState picture="letter" title={t('updates.none')}>
          {t('updates.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer: { updates } }) =>
        updates && (
          <Stack>
            {after === undefined && updates.unreadCount > 0 && (
              <Cluster justify="between">
                <SoftText>{t('updates.unread', { count: updates.unreadCount })}</SoftText>
                <Button onPress={() => void readAll()}>{t('updates.readAll')}</Button>
              </Cluster>
            )}
            <Card>
              <Rows>
                {updates.edges.map(({ node }) => (
                  <UpdateRow key={node.id} update={node} onChange={query.reload} />
                ))}
              </Rows>
            </Card>
            <NextPage pageInfo={updates.pageInfo}>{(after) => <Updates after={after} />}</NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

function UpdateRow({ update, onChange }: { readonly update: Update; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const mute = useAction(muteDocument, (data) => data.muteUpdates);
  const { change, at, readAt, isMuted, subject, proposal } = update;
  const turn = async (): Promise<void> => {
    await mute({ input: { subjectKind: subject.kind, subjectId: subject.id, muted: !isMuted } });
    onChange();
  };
  const name = proposal?.text.title ?? t('updates.issue');
  return (
    <Row>
      <div>
        <Cluster>
          {readAt === null && <StatusBadge tone="info">{t('updates.new')}</StatusBadge>}
          <span>{t(`change.${change}`)}</span>
        </Cluster>
        <Subject update={update} name={name} />
        <SoftText isSmall>
          <DateTimeText instant={at} />
        </SoftText>
      </div>
      <Button look="quiet" onPress={() => void turn()}>
        {t(isMuted ? 'updates.unmute' : 'updates.mute')} <Veiled>{name}</Veiled>
      </Button>
    </Row>
  );
}

function Subject({ update, name }: { readonly update: Update; readonly name: string }): ReactElement {
  if (update.proposal)
    return (
      <Link
        to="/proposals/$proposalId"
        params={{ proposalId: update.proposal.id }}
        lang={update.proposal.text.language}
      >
        {name}
      </Link>
    );
  return (
    <Link to="/issues/$issueId" params={{ issueId: update.subject.id }}>
      {name}
    </Link>
  );
}
