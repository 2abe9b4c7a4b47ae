import type { useTexts } from '@guildhall/ui';

type Named = { readonly name: string; readonly isViewer: boolean; readonly hasLeft: boolean };

/** The names of the others in a conversation; somebody whose name is gone is a former member. */
export function otherNames(t: ReturnType<typeof useTexts>['t'], participants: readonly Named[]): string {
  const others = participants.filter(({ isViewer, hasLeft }) => !isViewer && !hasLeft);
  if (others.length === 0) return t('messages.nobody');
  return others.map(({ name }) => name || t('messages.former')).join(', ');
}
