import { useTexts } from '@guildhall/ui';
import type { Asked, GraphAnswer } from './given.js';

/** How an answer to a question reads in one line. */
export function useAnswerWords({ kind, choices, unit }: Asked): (answer: GraphAnswer) => string {
  const { t, language } = useTexts();
  const textOf = (place: number): string => choices.find((choice) => choice.place === place)?.text ?? '';
  return ({ choices: places, number, text }) => {
    if (kind === 'TRUE_FALSE') return t(places[0] === 1 ? 'quiz.true' : 'quiz.false');
    if (kind === 'NUMERIC')
      return `${new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(number ?? 0)} ${unit ?? ''}`.trim();
    if (kind === 'SHORT_TEXT') return text ?? '';
    return places.map(textOf).join(kind === 'ORDERING' ? ' → ' : ', ');
  };
}
