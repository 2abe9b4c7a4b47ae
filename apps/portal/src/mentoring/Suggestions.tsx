import type { ReactElement } from 'react';
import { Button, CardGrid, Cluster, SoftText, Stack, useTexts } from '@guildhall/ui';
import filterStyles from '../parts/parts.module.css';
import type { FoundMentor } from './mentor-documents.js';
import { MentorCard } from './MentorCard.js';

type SuggestionsProps = {
  readonly suggestions: readonly FoundMentor[];
  readonly topics: readonly string[];
  readonly onTopics: (topics: readonly string[]) => void;
  readonly onChange: () => void;
};

/** Mentors that might suit the viewer, each with the reasons; topics they name count too. */
export function Suggestions({ suggestions, topics, onTopics, onChange }: SuggestionsProps): ReactElement {
  const { t } = useTexts();
  return (
    <Stack>
      <h2>{t('mentoring.suggested')}</h2>
      <form
        className={filterStyles.filters}
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get('topics');
          onTopics(splitList(typeof text === 'string' ? text : ''));
        }}
      >
        <label className={filterStyles.filter}>
          <span>{t('mentoring.topicsWanted')}</span>
          <input name="topics" maxLength={200} defaultValue={topics.join(', ')} />
        </label>
        <Button type="submit">{t('mentoring.suggest')}</Button>
      </form>
      {suggestions.length === 0 ? (
        <SoftText>{t('mentoring.noSuggestions')}</SoftText>
      ) : (
        <CardGrid>
          {suggestions.map((offer) => (
            <MentorCard key={offer.id} offer={offer} onChange={onChange} />
          ))}
        </CardGrid>
      )}
      <Cluster>
        <SoftText isSmall>{t('mentoring.never')}</SoftText>
      </Cluster>
    </Stack>
  );
}

/** The parts of a list that somebody typed, with commas of either script. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/[,，、]/)
    .map((part) => part.trim())
    .filter(Boolean);
}
