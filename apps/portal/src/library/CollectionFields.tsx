import type { ReactElement } from 'react';
import { RadioField, TextAreaField, TextField, useTexts } from '@guildhall/ui';
import type { CollectionVisibility } from '../generated/graphql.js';

/** The values of the form of a collection. */
export type CollectionValues = {
  readonly title: string;
  readonly description: string;
  readonly visibility: string;
};

/** The form of a new collection: for oneself, until one says otherwise. */
export const emptyCollection: CollectionValues = { title: '', description: '', visibility: 'PRIVATE' };

/** What the form says, as the graph takes it. */
export function readCollection({ title, description, visibility }: CollectionValues) {
  const known: CollectionVisibility = visibility === 'PUBLIC' ? 'PUBLIC' : 'PRIVATE';
  return { title, description, visibility: known };
}

/** The fields of a collection, new or changed. */
export function CollectionFields(): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <TextField name="title" label={t('collections.name')} />
      <TextAreaField name="description" label={t('collections.description')} rows={3} isOptional />
      <RadioField
        name="visibility"
        label={t('collections.visibility')}
        options={['PRIVATE', 'PUBLIC'].map((value) => ({ value, label: t(`collectionVisibility.${value}`) }))}
      />
    </>
  );
}
