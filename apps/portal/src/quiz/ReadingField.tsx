import { Suspense, useState, type ReactElement } from 'react';
import { Skeleton, useTexts } from '@guildhall/ui';
import { lazyPart } from '../parts/lazy-part.js';
import type { QuestionFieldsProps } from './QuestionFields.js';

const ResourceChoice = lazyPart(() => import('./ResourceChoice.js'), 'ResourceChoice');

/** What there is to read about a question; the library is asked for once somebody wants to choose. */
export function ReadingField({
  question,
  place,
  problemOf,
  onChange,
}: Pick<QuestionFieldsProps, 'question' | 'place' | 'problemOf' | 'onChange'>): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { resourceTitle } = question;
  const problem = problemOf('resourceId');
  const isShown = isOpen || problem !== undefined;
  return (
    <details open={isShown} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {resourceTitle === ''
          ? t('quizEdit.addReading', { place })
          : t('quizEdit.reading', { place, title: resourceTitle })}
      </summary>
      {isShown && (
        <Suspense fallback={<Skeleton height="5rem" />}>
          <ResourceChoice chosen={question} problem={problem} onChoose={onChange} />
        </Suspense>
      )}
    </details>
  );
}
