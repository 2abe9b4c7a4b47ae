import { QueryView, SelectField, SoftText, TextField, useField, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ElectablePositionsDocument, type ElectablePositionsQuery } from '../generated/contest-forms/graphql.js';
import { useLater } from './use-later.js';

type Electable = NonNullable<
  NonNullable<ElectablePositionsQuery['election']>['electablePositions']
>['edges'][number]['node'];

/** Finds the position of a contest: an office of the election's group or of the union, or the representatives of a course. */
export function PositionField({ electionId }: { readonly electionId: string }): ReactElement {
  const { t } = useTexts();
  const typed = useField('positionSearch').value;
  const search = useLater(typeof typed === 'string' ? typed : '');
  const query = useGraphQuery(ElectablePositionsDocument, { electionId, search });
  const label = ({ position, constituency }: Electable): string =>
    constituency
      ? t('elections.courseContest', {
          title: position.title,
          programme: constituency.programme,
          year: constituency.year,
        })
      : position.title;
  return (
    <>
      <TextField
        name="positionSearch"
        type="search"
        label={t('elections.findPosition')}
        hint={t('elections.findPositionHint')}
        isOptional
      />
      <QueryView query={query}>
        {({ election }) => (
          <>
            <SelectField
              name="positionId"
              label={t('elections.position')}
              options={(election?.electablePositions?.edges ?? []).map(({ node }) => ({
                value: node.position.id,
                label: `${label(node)} (${t('elections.seats', { count: node.position.seats })})`,
              }))}
            />
            {election?.electablePositions?.pageInfo.hasNextPage === true && (
              <SoftText isSmall>{t('elections.moreFound')}</SoftText>
            )}
          </>
        )}
      </QueryView>
    </>
  );
}
