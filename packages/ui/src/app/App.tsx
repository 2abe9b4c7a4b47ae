import { RouterProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { StrictMode, useMemo } from 'react';
import { Provider as GraphProvider } from 'urql';
import { createGraphClient } from '../graph/graph-client.js';
import type { Session } from '../session/session.js';
import { SessionProvider, useSession } from '../session/use-session.js';
import { AppNameProvider } from '../shell/page-arrival.js';
import type { Texts } from '../texts/texts.js';
import { TextsProvider, useTexts } from '../texts/texts.js';
import { AppFactsProvider } from './app-root.js';
import type { AppDefinition } from './create-app.js';
import type { WebConfig } from './web-config.js';
import { WebConfigProvider } from './web-config.js';

/** Everything an app needs before it can be shown. */
export type AppProps = {
  readonly definition: AppDefinition;
  readonly session: Session;
  readonly texts: Texts;
  readonly config: WebConfig;
};

/** An app with its words, settings, session and graph around it. */
export function App({ texts, config, session, ...inside }: AppProps): ReactElement {
  return (
    <StrictMode>
      <TextsProvider value={texts}>
        <WebConfigProvider value={config}>
          <SessionProvider value={session}>
            <Inside {...inside} config={config} />
          </SessionProvider>
        </WebConfigProvider>
      </TextsProvider>
    </StrictMode>
  );
}

function Inside({ definition, config }: Omit<AppProps, 'texts' | 'session'>): ReactElement {
  const { t } = useTexts();
  const { session, state } = useSession();
  const person = state.status === 'signed-in' ? state.subject : '';
  const { gatewayUrl } = config;
  // A new person gets a new client: nothing one person read may be shown to the next.
  const client = useMemo(
    () => createGraphClient({ gatewayUrl, session, cache: definition.cache }),
    [person, gatewayUrl, session, definition.cache],
  );
  const title = t(definition.name);
  const facts = useMemo(
    () => ({ title, useNavigation: definition.useNavigation, signIn: definition.signIn }),
    [title, definition],
  );
  return (
    <GraphProvider value={client}>
      <AppNameProvider value={title}>
        <AppFactsProvider value={facts}>
          <RouterProvider router={definition.router} />
        </AppFactsProvider>
      </AppNameProvider>
    </GraphProvider>
  );
}
