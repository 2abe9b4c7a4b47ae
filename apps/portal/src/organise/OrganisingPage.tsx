import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SignedIn,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { Row, Rows } from '../parts/Rows.js';
import { TaskActions } from './TaskRow.js';
import { PlaceActions } from './TeamPart.js';

export { words } from './words.js';

const teamsDocument = graphql(`
  query MyTeams($after: String) {
    viewer {
      subject
      teamPlaces(first: 20, after: $after) {
        edges {
          node {
            id
            role
            status
            viewerActions
            activity {
              id
              title
              startsAt
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

const tasksDocument = graphql(`
  query MyTeamTasks($after: String) {
    viewer {
      subject
      teamTasks(first: 20, after: $after) {
        edges {
          node {
            id
            title
            dueAt
            isBlocked
            isLate
            viewerActions
            activity {
              id
              title
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

/** What the viewer organises, and what they have to do for it. */
export function OrganisingPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('organise.mine')} lead={t('organise.mineLead')}>
      <SignedIn>
        <Stack gap="large">
          <Card>
            <h2>{t('organise.myTasks')}</h2>
            <MyTasks />
          </Card>
          <Card>
            <h2>{t('organise.myTeams')}</h2>
            <MyTeams />
          </Card>
        </Stack>
      </SignedIn>
    </Page>
  );
}

type PageProps = { readonly after?: string };

function MyTasks({ after }: PageProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(tasksDocument, { after });
  return (
    <QueryView
      query={query}
      isEmpty={({ viewer }) => viewer.teamTasks?.edges.length === 0}
      empty={<SoftText>{t('organise.noTasks')}</SoftText>}
    >
      {({ viewer: { teamTasks } }) =>
        teamTasks && (
          <>
            <Rows>
              {teamTasks.edges.map(({ node }) => (
                <Row key={node.id}>
                  <Cluster>
                    <strong>{node.title}</strong>
                    {node.activity && (
                      <Link to="/activities/$activityId/organise" params={{ activityId: node.activity.id }}>
                        {node.activity.title}
                      </Link>
                    )}
                    {node.dueAt && <DateTimeText instant={node.dueAt} />}
                    {node.isLate && <StatusBadge tone="danger">{t('organise.late')}</StatusBadge>}
                    {node.isBlocked && <StatusBadge tone="warn">{t('organise.isBlocked')}</StatusBadge>}
                  </Cluster>
                  <TaskActions task={node} onChange={query.reload} />
                </Row>
              ))}
            </Rows>
            <NextPage pageInfo={teamTasks.pageInfo}>{(next) => <MyTasks after={next} />}</NextPage>
          </>
        )
      }
    </QueryView>
  );
}

function MyTeams({ after }: PageProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(teamsDocument, { after });
  const empty = (
    <EmptyState picture="shelf" title={t('organise.noTeams')}>
      {t('organise.noTeamsLead')}
    </EmptyState>
  );
  return (
    <QueryView query={query} isEmpty={({ viewer }) => viewer.teamPlaces?.edges.length === 0} empty={empty}>
      {({ viewer: { teamPlaces } }) =>
        teamPlaces && (
          <>
            <Rows>
              {teamPlaces.edges.map(({ node }) => (
                <Row key={node.id}>
                  <Cluster>
                    {node.activity && (
                      <Link to="/activities/$activityId/organise" params={{ activityId: node.activity.id }}>
                        {node.activity.title}
                      </Link>
                    )}
                    <span>{t(`organise.roles.${node.role}`)}</span>
                    {node.activity && <DateTimeText instant={node.activity.startsAt} />}
                    {node.status === 'ASKED' && <StatusBadge tone="info">{t('organise.asked')}</StatusBadge>}
                  </Cluster>
                  <PlaceActions place={node} onChange={query.reload} />
                </Row>
              ))}
            </Rows>
            <NextPage pageInfo={teamPlaces.pageInfo}>{(next) => <MyTeams after={next} />}</NextPage>
          </>
        )
      }
    </QueryView>
  );
}
