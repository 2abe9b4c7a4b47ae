import type { ReactElement } from 'react';
import { Button, Cluster, DialogAction, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { RosterPageQuery } from '../../generated/graphql.js';
import { graphql } from '../../graph/graphql.js';
import type { RunPartProps } from './run-document.js';
import { rosterFile, saveText } from './roster-file.js';

const document = graphql(`
  query RosterPage($id: ID!, $after: String) {
    group(id: $id) {
      id
      members(first: 100, after: $after) {
        edges {
          node {
            id
            since
            member {
              id
              displayName
              pronouns
              faculty
              programme
              year
            }
            roles {
              id
              position {
                id
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

/** One row of the roster as the graph gives it. */
export type RosterRow = NonNullable<RosterPageQuery['group']>['members']['edges'][number]['node'];

/** Takes the roster along as a table: of each member what they let this officer see, and nothing else. */
export function RosterAction({ group }: Pick<RunPartProps, 'group'>): ReactElement {
  const { t } = useTexts();
  return (
    <DialogAction viewerActions={group.viewerActions} action="EXPORT_ROSTER" label={t('runGroup.roster')}>
      {() => (
        <Stack>
          <p>{t('runGroup.rosterLead')}</p>
          <RosterPages groupId={group.id} name={group.name} before={[]} />
        </Stack>
      )}
    </DialogAction>
  );
}

type PagesProps = {
  readonly groupId: string;
  readonly name: string;
  readonly after?: string;
  readonly before: readonly RosterRow[];
};

/** Reads page after page, and offers the file after the last. */
function RosterPages({ groupId, name, after, before }: PagesProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, { id: groupId, after });
  return (
    <QueryView query={query} skeleton={<SkeletonList count={1} height="3rem" />} isEmpty={() => false}>
      {({ group }) => {
        const rows = [...before, ...(group?.members.edges ?? []).map(({ node }) => node)];
        const next = group?.members.pageInfo.hasNextPage ? group.members.pageInfo.endCursor : undefined;
        if (typeof next === 'string') return <RosterPages {...{ groupId, name, before: rows }} after={next} />;
        const titles = (['name', 'pronouns', 'faculty', 'programme', 'year', 'since', 'roles'] as const).map((column) =>
          t(`runGroup.column.${column}`),
        );
        return (
          <Cluster>
            <Button look="primary" onPress={() => saveText(`${name}.csv`, rosterFile(titles, rows))}>
              {t('runGroup.saveRoster', { count: rows.length })}
            </Button>
          </Cluster>
        );
      }}
    </QueryView>
  );
}
