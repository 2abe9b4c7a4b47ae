import { useTexts } from '@guildhall/ui';
import type { ShownContest } from './election-document.js';

type Electorate = ShownContest['electorate'];

/** How candidates and electorates are called in the reader's language. */
export function useElectionWords() {
  const { t } = useTexts();
  return {
    /** The name of a candidate; "re-open nominations" in the words of the language. */
    nameOf: ({ name, isReopen }: { readonly name: string; readonly isReopen: boolean }): string =>
      isReopen ? t('elections.reopen') : name,
    /** Who votes. */
    electorateOf({ kind, group, constituency }: Electorate): string {
      if (kind === 'GROUP_MEMBERS') return t('elections.electorate.GROUP_MEMBERS', { group: group?.name ?? '' });
      if (kind === 'CONSTITUENCY')
        return t('elections.electorate.CONSTITUENCY', {
          programme: constituency?.programme ?? '',
          year: constituency?.year,
        });
      return t('elections.electorate.EVERYBODY');
    },
  };
}
