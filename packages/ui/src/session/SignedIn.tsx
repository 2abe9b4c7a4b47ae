import type { ReactElement, ReactNode } from 'react';
import { useEffect } from 'react';
import { Button } from '../blocks/Button.js';
import { EmptyState } from '../blocks/EmptyState.js';
import { SkeletonList } from '../blocks/Skeleton.js';
import { useTexts } from '../texts/texts.js';
import { useSession } from './use-session.js';

/** Shows its children to somebody who is signed in, and the way to sign in to everybody else. */
export function SignedIn({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useTexts();
  const { session, state } = useSession();
  useEffect(() => {
    void session.getAccessToken();
  }, [session]);
  if (state.status === 'signed-in') return <>{children}</>;
  if (state.status === 'starting') return <SkeletonList />;
  if (state.status === 'unreachable') {
    return (
      <EmptyState
        picture="cloud"
        title={t('shell.sessionUnreachable')}
        action={<Button onPress={() => void session.getAccessToken()}>{t('query.retry')}</Button>}
      />
    );
  }
  const action = (
    <Button look="primary" onPress={session.signIn}>
      {t('shell.signIn')}
    </Button>
  );
  return (
    <EmptyState picture="door" title={t('shell.signInTitle')} action={action}>
      {t('shell.signInLead')}
    </EmptyState>
  );
}
