import { QueryView, SelectField, SoftText, TextField, useField, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { GroupsToElectInDocument } from '../generated/election-forms/graphql.js';
import { useLater } from './use-later.js';

/** Finds the group whose committee is elected by a part of its name. */
export function GroupField(): ReactElement {
  const { t } = useTexts();
  const typed = useField('groupSearch').value;
  const search = useLater(typeof typed === 'string' ? typed : '');
  const query = useGraphQuery(GroupsToElectInDocument, { search });
  return (
    <>
      <TextField name="groupSearch" type="search" label={t('elections.findGroup')} isOptional />
      <QueryView query={query}>
        {({ groups }) => (
          <>
            <SelectField
              name="groupId"
              label={t('elections.group')}
              options={(groups?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }))}
            />
            {groups?.pageInfo.hasNextPage === true && <SoftText isSmall>{t('elections.moreFound')}</SoftText>}
          </>
        )}
      </QueryView>
    </>
  );
}
