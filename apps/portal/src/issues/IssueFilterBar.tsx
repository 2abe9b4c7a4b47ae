import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import { FilterChoice } from '../parts/FilterChoice.js';
import styles from '../parts/parts.module.css';
import type { IssueFilters } from './issue-filters.js';
import { readIssueFilters } from './issue-filters.js';
import { issueStatuses, issueTypes } from './kinds.js';

type IssueFilterBarProps = {
  readonly filters: IssueFilters;
  readonly onChange: (filters: IssueFilters) => void;
};

/** Narrows the list of issues by where they stand, by type, and to one's own; each acts at once. */
export function IssueFilterBar({ filters, onChange }: IssueFilterBarProps): ReactElement {
  const { t } = useTexts();
  const change = (changed: Readonly<Record<string, unknown>>): void =>
    onChange(readIssueFilters({ ...filters, ...changed }));
  return (
    <div className={styles.filters} role="search">
      <FilterChoice
        every={t('issues.all')}
        label={t('issues.status')}
        value={filters.status}
        options={issueStatuses.map((value) => ({ value, label: t(`status.issue.${value}`) }))}
        onChange={(status) => change({ status })}
      />
      <FilterChoice
        every={t('issues.all')}
        label={t('issues.type')}
        value={filters.type}
        options={issueTypes.map((value) => ({ value, label: t(`issueType.${value}`) }))}
        onChange={(type) => change({ type })}
      />
      <FilterChoice
        every={t('issues.all')}
        label={t('issues.whose')}
        value={filters.mine ? 'true' : undefined}
        options={[{ value: 'true', label: t('issues.mine') }]}
        onChange={(mine) => change({ mine })}
      />
    </div>
  );
}
