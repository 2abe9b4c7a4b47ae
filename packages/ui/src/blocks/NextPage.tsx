import { useState, type ReactElement } from 'react';
import { useTexts } from '../texts/texts.js';
import { Button } from './Button.js';
import { Cluster } from './Layout.js';

type NextPageProps = {
  /** Where the page before ended. */
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  /** Draws the page that begins after the cursor. */
  readonly children: (after: string) => ReactElement;
};

/** Offers the next page of a list where there is one, and shows it below once asked for. */
export function NextPage({ pageInfo: { hasNextPage, endCursor }, children }: NextPageProps): ReactElement | null {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (!hasNextPage || typeof endCursor !== 'string') return null;
  if (isOpen) return children(endCursor);
  return (
    <Cluster>
      <Button onPress={() => setOpen(true)}>{t('table.loadMore')}</Button>
    </Cluster>
  );
}
