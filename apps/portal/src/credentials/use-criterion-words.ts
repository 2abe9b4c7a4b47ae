import { useTexts } from '@guildhall/ui';
import { useMinutesWords } from '../record/use-minutes-words.js';
import type { Prospect } from './credential-documents.js';

type Criterion = Prospect['criteria'][number]['criterion'];

/** Says what a criterion asks for and how much of it there is. */
export function useCriterionWords(): (criterion: Criterion, reached: number) => string {
  const { t } = useTexts();
  const minutes = useMinutesWords();
  const subjectOf = ({ positionKind, activityKind, path }: Criterion): string | undefined => {
    if (positionKind) return t(`office.${positionKind}`);
    return activityKind ? t(`activityKind.${activityKind}`) : path?.title;
  };
  return (criterion, reached) => {
    const { kind, measure, amount } = criterion;
    const subject = subjectOf(criterion);
    const what =
      subject === undefined
        ? t(`recordKind.${kind}`)
        : t('credentials.ofSubject', { what: t(`recordKind.${kind}`), subject });
    const say = (value: number): string => (measure === 'MINUTES' ? minutes(value) : String(value));
    return t(`credentials.progress.${measure}`, { what, reached: say(reached), amount: say(amount) });
  };
}
