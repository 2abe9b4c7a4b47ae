import { createRootRoute, Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { createContext, useContext } from 'react';
import { SignedIn } from '../session/SignedIn.js';
import { useSession } from '../session/use-session.js';
import { AppShell } from '../shell/AppShell.js';
import { HeadNavigation, MainNavigation, NavigationPlace } from '../shell/MainNavigation.js';
import type { UseNavigation } from '../shell/navigation.js';
import { FaultPage, NotFoundPage } from './FaultPage.js';

/** What the root of an app knows of it. */
export type AppFacts = {
  readonly title: string;
  readonly useNavigation: UseNavigation;
  /** `required`: nothing is shown to a visitor who is not signed in. */
  readonly signIn: 'required' | 'optional';
};

const AppFactsContext = createContext<AppFacts | undefined>(undefined);

/** Gives the facts of the app to its root. */
export const AppFactsProvider = AppFactsContext.Provider;

// The type of a route is the sum of its options; written out it would say the same less well.
/** Makes the root of an app's routes: the shell, the page for faults and the page for addresses without one. */
export const createAppRoot = () =>
  createRootRoute({ component: AppRoot, errorComponent: FaultPage, notFoundComponent: NotFoundPage });

function AppRoot(): ReactElement {
  const facts = useContext(AppFactsContext);
  if (facts === undefined) throw new Error('The root route needs the providers of createApp around it.');
  const page = <Outlet />;
  return (
    <AppShell appName={facts.title} navigation={<AppNavigation {...facts} />} signs={<AppSigns {...facts} />}>
      {facts.signIn === 'required' ? <SignedIn>{page}</SignedIn> : page}
    </AppShell>
  );
}

function AppSigns({ signIn, useNavigation }: AppFacts): ReactElement | null {
  const { state } = useSession();
  if (signIn === 'optional' || state.status === 'signed-in') return <HeadNavigation useNavigation={useNavigation} />;
  return null;
}

/** Where everything is closed to visitors, they have nowhere to go and nobody asks the graph for them. */
function AppNavigation({ signIn, useNavigation }: AppFacts): ReactElement | null {
  const { state } = useSession();
  if (signIn === 'optional' || state.status === 'signed-in') return <MainNavigation useNavigation={useNavigation} />;
  return state.status === 'signed-out' ? null : <NavigationPlace />;
}
