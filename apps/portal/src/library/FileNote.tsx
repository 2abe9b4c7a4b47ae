import type { ReactElement } from 'react';
import { fileKind, sizeOf, useTexts } from '@guildhall/ui';

export { fileWords as words } from '@guildhall/ui';

/** In a card: that there is a file, of which kind and size. */
export function FileNote({
  file: { contentType, size },
}: {
  readonly file: { readonly contentType: string; readonly size: number };
}): ReactElement {
  const { t, language } = useTexts();
  return (
    <>
      {t(`files.kinds.${fileKind(contentType)}`)} · {sizeOf(size, language)}
    </>
  );
}
