import { useTexts } from '@guildhall/ui';
import type { TermSeason } from '../generated/graphql.js';

/** Says which term it is, for example "Autumn 2026". */
export function useTermWords(): (term: { readonly key: string; readonly season: TermSeason }) => string {
  const { t } = useTexts();
  return ({ key, season }) => t('record.term', { season: t(`season.${season}`), year: key.slice(0, 4) });
}
