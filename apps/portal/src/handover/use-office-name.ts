import { useTexts } from '@guildhall/ui';
import type { ShownLine } from './handover-list-documents.js';

type Office = Pick<ShownLine, 'positionKind' | 'group' | 'constituency'>;

/** What an office is called: its kind, and the group or the students it is for. */
export function useOfficeName(): (office: Office) => string {
  const { t } = useTexts();
  return ({ positionKind, group, constituency }) => {
    const kind = t(`handover.kinds.${positionKind}`);
    const of = constituency ? t('handover.constituency', constituency) : group?.name;
    return of === undefined ? kind : t('handover.office', { kind, of });
  };
}
