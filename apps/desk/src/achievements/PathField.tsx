import { partOf, QueryView, SelectField, SoftText, useField, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { PathsToAskForDocument } from '../generated/achievement-forms/graphql.js';

/** Chooses a path that is open, by its name; one that was chosen before stays in the list even when it is not open any more. */
export function PathField({ name, keptTitle }: { readonly name: string; readonly keptTitle: string }): ReactElement {
  const { t } = useTexts();
  const { value } = useField(name);
  const query = partOf(useGraphQuery(PathsToAskForDocument, {}), ({ paths }) => paths);
  return (
    <QueryView query={query}>
      {({ edges, pageInfo }) => {
        const open = edges.flatMap(({ node: { id, title, published } }) =>
          published ? [{ value: id, label: title }] : [],
        );
        const isKept = typeof value === 'string' && value !== '' && !open.some((path) => path.value === value);
        return (
          <>
            <SelectField
              name={name}
              label={t('achievements.path')}
              hint={t('achievements.anyPathHint')}
              isOptional
              options={isKept ? [{ value, label: keptTitle }, ...open] : open}
            />
            {pageInfo.hasNextPage && <SoftText isSmall>{t('achievements.morePaths')}</SoftText>}
          </>
        );
      }}
    </QueryView>
  );
}
