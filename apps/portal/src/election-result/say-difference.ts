import type { CountDifference } from '@guildhall/client';
import type { Translate } from '@guildhall/ui';

type Reader = { readonly t: Translate; readonly nameOf: (id: string | undefined) => string };

/** Facts whose values are lists of candidates rather than figures. */
const naming = new Set<CountDifference['fact']>(['CANDIDATES', 'FROM', 'TIE', 'ELECTED_AT_STAGE', 'ELECTED']);

const anId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The first difference between what was published and what a recount gives, in words, candidates by their names. */
export function sayDifference(difference: CountDifference, { t, nameOf }: Reader): string {
  const { fact, stage, candidateId, published, recounted } = difference;
  const show = (value: string): string => {
    if (value === '') return t('electionResult.nothing');
    return naming.has(fact) ? value.replaceAll(anId, (id) => nameOf(id)) : value;
  };
  return t(stage === undefined ? 'electionResult.differs' : 'electionResult.differsAtStage', {
    fact: t(`electionResult.fact.${fact}`, { name: nameOf(candidateId) }),
    stage,
    published: show(published),
    recounted: show(recounted),
  });
}
