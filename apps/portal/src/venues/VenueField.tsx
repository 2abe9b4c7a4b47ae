import type { ReactElement } from 'react';
import { SelectField, useGraphQuery, useTexts } from '@guildhall/ui';
import { venuesDocument } from './plan-documents.js';

/** One of the union's venues, or none. */
export function VenueField({ name }: { readonly name: string }): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(venuesDocument, {});
  const options = (data?.venues?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: t('preview.venueOption', { name: node.name, count: node.capacity }),
  }));
  return (
    <SelectField name={name} label={t('preview.venue')} hint={t('preview.venueHint')} options={options} isOptional />
  );
}
