import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, Cluster, SoftText, Stack, StatusBadge, useGraphQuery, useSession, useTexts } from '@guildhall/ui';
import type { GroupCardFragment } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';
import { ListPage } from '../parts/ListPage.js';
import { Row, Rows } from '../parts/Rows.js';
import { asGroupKind, groupKinds } from './kinds.js';

export { words } from './words.js';

const cardFragment = graphql(`
  fragment GroupCard on Group {
    id
    name
    kind
    purpose
    memberCount
    viewerIsMember
  }
`);

const document = withFragments(
  graphql(`
    query Groups($search: String, $kind: GroupKind, $after: String) {
      groups(first: 18, search: $search, kind: $kind, after: $after) {
        edges {
          node {
            id
            ...GroupCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  cardFragment,
);

const ownDocument = graphql(`
  query MyGroups {
    viewer {
      subject
      member {
        id
        groups {
          id
          group {
            id
            name
            memberCount
          }
        }
      }
    }
  }
`);

/** The groups of the union, narrowed by words and kind; the viewer's own stand first. */
export function GroupsPage(): ReactElement {
  const { state } = useSession();
  const isSignedIn = state.status === 'signed-in';
  const { data, isLoading } = useGraphQuery(ownDocument, {}, { isPaused: !isSignedIn });
  const own = (data?.viewer.member?.groups ?? []).flatMap(({ group }) => group ?? []);
  return (
    <ListPage
      words="groups"
      to="/groups"
      kinds={groupKinds}
      kindWords="groupKind"
      picture="door"
      document={document}
      variablesFor={({ search, kind }, after) => ({ search, kind: asGroupKind(kind), after })}
      pick={({ groups }) => groups}
      keyOf={({ node }) => node.id}
      first={own.length > 0 && <OwnGroups groups={own} />}
      isFirstLoading={state.status === 'starting' || (isSignedIn && isLoading)}
    >
      {({ node }) => <GroupCard group={node} />}
    </ListPage>
  );
}

type OwnGroup = { readonly id: string; readonly name: string; readonly memberCount: number };

function OwnGroups({ groups }: { readonly groups: readonly OwnGroup[] }): ReactElement {
  const { t } = useTexts();
  return (
    <Stack>
      <Card>
        <h2>{t('groups.own')}</h2>
        <Rows>
          {groups.map(({ id, name, memberCount }) => (
            <Row key={id}>
              <Link to="/groups/$groupId" params={{ groupId: id }}>
                {name}
              </Link>
              <SoftText isSmall>{t('group.members', { count: memberCount })}</SoftText>
            </Row>
          ))}
        </Rows>
      </Card>
      <h2>{t('groups.all')}</h2>
    </Stack>
  );
}

function GroupCard({ group }: { readonly group: GroupCardFragment }): ReactElement {
  const { t } = useTexts();
  return (
    <Card as="article">
      <Cluster>
        <StatusBadge>{t(`groupKind.${group.kind}`)}</StatusBadge>
        {group.viewerIsMember && <StatusBadge tone="good">{t('group.yours')}</StatusBadge>}
      </Cluster>
      <h2>
        <Link to="/groups/$groupId" params={{ groupId: group.id }}>
          {group.name}
        </Link>
      </h2>
      <SoftText>{group.purpose}</SoftText>
      <SoftText isSmall>{t('group.members', { count: group.memberCount })}</SoftText>
    </Card>
  );
}
