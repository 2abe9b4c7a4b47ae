import type { ReactElement } from 'react';
import { useTexts, type Option } from '@guildhall/ui';
import { FilterChoice } from '../parts/FilterChoice.js';
import styles from '../parts/parts.module.css';
import { languages } from './kinds.js';
import type { LibraryFilters } from './library-filters.js';
import type { LibraryFacets } from './list-documents.js';

type NarrowByProps = {
  readonly filters: LibraryFilters;
  readonly facets: LibraryFacets | undefined;
  readonly onChange: (changed: Readonly<Record<string, unknown>>) => void;
};

/** What the library can be narrowed by, each with how many resources there are; what is chosen stays in the list. */
export function NarrowBy({ filters, facets, onChange }: NarrowByProps): ReactElement {
  const { t } = useTexts();
  const courses = (facets?.courses ?? []).map(({ course, count }) => ({
    value: course.id,
    label: `${t('library.courseOf', { programme: course.programme, year: course.year })} (${count})`,
  }));
  const choice = (name: 'language' | 'subject' | 'course' | 'tag', options: readonly Option[]): ReactElement => (
    <FilterChoice
      every={t(`library.every.${name}`)}
      label={t(`library.by.${name}`)}
      value={filters[name]}
      options={withChosen(options, filters[name])}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <div className={styles.filters}>
      {choice('subject', optionsOf(facets?.subjects))}
      {choice('course', courses)}
      {choice('tag', optionsOf(facets?.tags))}
      {choice(
        'language',
        optionsOf(facets?.languages, (value) => languages[value] ?? value),
      )}
    </div>
  );
}

function optionsOf(
  counts: LibraryFacets['tags'] | undefined,
  nameOf: (value: string) => string = (value) => value,
): readonly Option[] {
  return (counts ?? []).map(({ value, count }) => ({ value, label: `${nameOf(value)} (${count})` }));
}

function withChosen(options: readonly Option[], chosen: string | undefined): readonly Option[] {
  const isThere = chosen === undefined || options.some(({ value }) => value === chosen);
  return isThere ? options : [...options, { value: chosen, label: chosen }];
}
