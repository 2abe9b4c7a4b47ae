import { useState, type ReactElement } from 'react';
import {
  Button,
  CardGrid,
  EmptyState,
  NextPage,
  partOf,
  QueryView,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { FilterChoice } from '../parts/FilterChoice.js';
import filterStyles from '../parts/parts.module.css';
import { mentorsDocument } from './mentor-documents.js';
import { MentorCard } from './MentorCard.js';
import { useLanguageName } from './use-language-name.js';

type Filter = { readonly search?: string; readonly language?: string };

const languages = ['en', 'zh', 'fr', 'es', 'ar'] as const;

/** Mentors by topic, course and language. */
export function FindMentors({ onChange }: { readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const languageName = useLanguageName();
  const [filter, setFilter] = useState<Filter>({});
  return (
    <Stack>
      <h2>{t('mentoring.find')}</h2>
      <form
        className={filterStyles.filters}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const search = new FormData(event.currentTarget).get('search');
          const text = typeof search === 'string' ? search.trim() : '';
          setFilter({ ...filter, search: text === '' ? undefined : text });
        }}
      >
        <label className={filterStyles.filter}>
          <span>{t('mentoring.topicOrCourse')}</span>
          <input name="search" type="search" maxLength={100} />
        </label>
        <FilterChoice
          label={t('mentoring.language')}
          every={t('mentoring.anyLanguage')}
          value={filter.language}
          options={languages.map((value) => ({ value, label: languageName(value) }))}
          onChange={(language) => setFilter({ ...filter, language })}
        />
        <Button type="submit" icon="search">
          {t('form.search')}
        </Button>
      </form>
      <Found key={JSON.stringify(filter)} filter={filter} onChange={onChange} />
    </Stack>
  );
}

type FoundProps = { readonly filter: Filter; readonly onChange: () => void; readonly after?: string };

function Found({ filter, onChange, after }: FoundProps): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(mentorsDocument, { filter, after }), ({ mentorOffers }) => mentorOffers);
  return (
    <QueryView
      query={query}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('mentoring.none')}>{t('mentoring.noneLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <CardGrid>
            {edges.map(({ node }) => (
              <MentorCard key={node.id} offer={node} onChange={onChange} />
            ))}
          </CardGrid>
          <NextPage pageInfo={pageInfo}>
            {(next) => <Found filter={filter} onChange={onChange} after={next} />}
          </NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
