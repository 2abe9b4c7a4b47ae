import { useId, useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  Cluster,
  DateTimeText,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { GroupPeopleQuery, RosterPart } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';
import { PersonLink } from '../people/PersonLink.js';
import { Row, Rows } from '../parts/Rows.js';
import { AskedTraining } from '../training/AskedTraining.js';
import { RoleHistory } from './RoleHistory.js';

const document = graphql(`
  query GroupPeople($id: ID!, $part: RosterPart!, $first: Int!) {
    group(id: $id) {
      id
      positions {
        id
        title
        seats
        requiredTraining {
          path {
            id
            title
          }
        }
        holders {
          id
          endsAt
          member {
            id
            displayName
          }
        }
      }
      members(first: $first, part: $part) {
        edges {
          node {
            id
            since
            member {
              id
              displayName
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
        }
      }
    }
  }
`);

type People = NonNullable<GroupPeopleQuery['group']>;

const parts: readonly RosterPart[] = ['EVERYBODY', 'OFFICERS', 'NEWCOMERS'];
const pageSize = 24;
const pageMax = 100;

/** Who runs a group now and did before, and who is in it with which roles. */
export function GroupPeople({ groupId }: { readonly groupId: string }): ReactElement {
  const [part, setPart] = useState<RosterPart>('EVERYBODY');
  const [first, setFirst] = useState(pageSize);
  const query = useGraphQuery(document, { id: groupId, part, first });
  return (
    <QueryView query={query} skeleton={<Skeleton height="16rem" />} isEmpty={() => false}>
      {({ group }) =>
        group && (
          <Stack gap="large">
            <Positions positions={group.positions} groupId={groupId} />
            <Roster
              {...{ members: group.members, part, onPart: setPart }}
              onMore={first < pageMax ? () => setFirst(Math.min(first + pageSize, pageMax)) : undefined}
            />
          </Stack>
        )
      }
    </QueryView>
  );
}

type PositionsProps = { readonly positions: People['positions']; readonly groupId: string };

function Positions({ positions, groupId }: PositionsProps): ReactElement | null {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (positions.length === 0) return null;
  return (
    <Card>
      <h2>{t('group.positions')}</h2>
      <Rows>
        {positions.map(({ id, title, holders, requiredTraining }) => (
          <Row key={id}>
            <div>
              <span>{title}</span>
              <AskedTraining label={t('training.asks')} training={requiredTraining} />
            </div>
            {holders.length === 0 && <SoftText>{t('inGroup.vacant')}</SoftText>}
            {holders.map((holder) => (
              <span key={holder.id}>
                <PersonLink member={holder.member} />
                <SoftText isSmall>
                  {t('group.until')} <DateTimeText instant={holder.endsAt} show="day" />
                </SoftText>
              </span>
            ))}
          </Row>
        ))}
      </Rows>
      {isOpen ? (
        <RoleHistory groupId={groupId} />
      ) : (
        <Cluster>
          <Button look="quiet" onPress={() => setOpen(true)}>
            {t('group.history')}
          </Button>
        </Cluster>
      )}
    </Card>
  );
}

type RosterProps = {
  readonly members: People['members'];
  readonly part: RosterPart;
  readonly onPart: (part: RosterPart) => void;
  readonly onMore: (() => void) | undefined;
};

function Roster({ members: { edges, pageInfo }, part, onPart, onMore }: RosterProps): ReactElement | null {
  const { t } = useTexts();
  const id = useId();
  if (edges.length === 0 && part === 'EVERYBODY') return null;
  return (
    <Card>
      <Cluster justify="between">
        <h2>{t('group.roster')}</h2>
        <label htmlFor={id}>
          {t('group.show')}{' '}
          <select
            id={id}
            value={part}
            onChange={({ target }) => onPart(parts.find((each) => each === target.value) ?? 'EVERYBODY')}
          >
            {parts.map((each) => (
              <option key={each} value={each}>
                {t(`group.part.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </Cluster>
      {edges.length === 0 && <SoftText>{t('group.nobody')}</SoftText>}
      <Rows>
        {edges.map(({ node }) => (
          <Row key={node.id}>
            <PersonLink member={node.member} />
            <Cluster>
              {node.roles.map((role) => (
                <StatusBadge key={role.id} tone="info">
                  {role.position.title}
                </StatusBadge>
              ))}
              <SoftText isSmall>
                {t('group.since')} <DateTimeText instant={node.since} show="day" />
              </SoftText>
            </Cluster>
          </Row>
        ))}
      </Rows>
      {pageInfo.hasNextPage && onMore !== undefined && (
        <Cluster>
          <Button onPress={onMore}>{t('table.loadMore')}</Button>
        </Cluster>
      )}
    </Card>
  );
}
