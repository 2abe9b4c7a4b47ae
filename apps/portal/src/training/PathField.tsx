import type { ReactElement } from 'react';
import { QueryView, SelectField, Skeleton, useGraphQuery } from '@guildhall/ui';
import { trainingPathsDocument } from './training-documents.js';

/** What chooses no path at all. */
export const noPath = 'NONE';

/** The path that was chosen; nothing where none was. */
export function chosenPath(value: string): string | undefined {
  return value === '' || value === noPath ? undefined : value;
}

type PathFieldProps = { readonly name: string; readonly label: string; readonly noneLabel: string };

/** Chooses a learning path that is to be completed first, or none. */
export function PathField({ name, label, noneLabel }: PathFieldProps): ReactElement {
  const query = useGraphQuery(trainingPathsDocument, {});
  return (
    <QueryView query={query} skeleton={<Skeleton height="4rem" />} isEmpty={() => false}>
      {({ paths }) => (
        <SelectField
          name={name}
          label={label}
          options={[
            { value: noPath, label: noneLabel },
            ...(paths?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.title })),
          ]}
        />
      )}
    </QueryView>
  );
}
