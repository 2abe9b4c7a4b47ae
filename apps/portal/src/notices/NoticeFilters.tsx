import { useId, type ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import styles from '../parts/parts.module.css';
import { topics } from './notice-place.js';
import type { NoticeSearch } from './read-notice-search.js';

/** Narrows the list to a topic and to what is new; both act at once. */
export function NoticeFilters({
  search,
  onChange,
}: {
  readonly search: NoticeSearch;
  readonly onChange: (search: NoticeSearch) => void;
}): ReactElement {
  const { t } = useTexts();
  const id = useId();
  const choose = (topicText: string, isUnread: boolean): void => {
    const topic = topics.find((each) => each === topicText);
    onChange({ ...(topic !== undefined && { topic }), ...(isUnread && { unread: true }) });
  };
  return (
    <div className={styles.filters}>
      <label className={styles.filter} htmlFor={`${id}-topic`}>
        <span>{t('notices.filter')}</span>
        <select
          id={`${id}-topic`}
          value={search.topic ?? ''}
          onChange={({ target }) => choose(target.value, search.unread === true)}
        >
          <option value="">{t('notices.everything')}</option>
          {topics.map((topic) => (
            <option key={topic} value={topic}>
              {t(`noticeTopic.${topic}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.filter} htmlFor={`${id}-unread`}>
        <span>{t('notices.state')}</span>
        <select
          id={`${id}-unread`}
          value={search.unread === true ? 'unread' : ''}
          onChange={({ target }) => choose(search.topic ?? '', target.value === 'unread')}
        >
          <option value="">{t('notices.readAndNew')}</option>
          <option value="unread">{t('notices.onlyUnread')}</option>
        </select>
      </label>
    </div>
  );
}
