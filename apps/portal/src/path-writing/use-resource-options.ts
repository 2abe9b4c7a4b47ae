import { useState } from 'react';
import { useGraphQuery, type Option } from '@guildhall/ui';
import { stepResourcesDocument } from './writing-documents.js';

/** What can be chosen of the library by the words looked for, and the way to look for others. */
export type ResourceOptions = {
  readonly options: readonly Option[];
  readonly search: string;
  look(search: string): void;
};

/** Finds published resources by words; the one that is chosen stays among them whatever is looked for. */
export function useResourceOptions(chosen: Option): ResourceOptions {
  const [search, look] = useState('');
  const { data } = useGraphQuery(stepResourcesDocument, { search: search.trim() === '' ? undefined : search });
  const found = (data?.resources?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.title }));
  const isKept = chosen.value !== '' && !found.some(({ value }) => value === chosen.value);
  return { options: isKept ? [chosen, ...found] : found, search, look };
}
