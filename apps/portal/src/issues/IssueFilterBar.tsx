import { useId, type ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
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
      <Choice
        label={t('issues.status')}
        value={filters.status}
        options={issueStatuses.map((value) => ({ value, label: t(`status.issue.${value}`) }))}
        onChange={(status) => change({ status })}
      />
      <Choice
        label={t('issues.type')}
        value={filters.type}
        options={issueTypes.map((value) => ({ value, label: t(`issueType.${value}`) }))}
        onChange={(type) => change({ type })}
      />
      <Choice
        label={t('issues.whose')}
        value={filters.mine ? 'true' : undefined}
        options={[{ value: 'true', label: t('issues.mine') }]}
        onChange={(mine) => change({ mine })}
      />
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  return (
    <label className={styles.filter} htmlFor={id}>
      <span>{label}</span>
      <select id={id} value={value ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{t('issues.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
