import { GraphiQL } from 'graphiql';
import { useMemo, useRef, useState } from 'react';
import { examples } from './examples.js';
import { createFetcher } from './fetcher.js';
import { SignIn } from './SignIn.js';

/** The whole page. The token lives in memory only and is gone with the tab: nothing that signs anybody in is stored. */
export function Explorer() {
  const [token, setToken] = useState('');
  const current = useRef(token);
  const fetcher = useMemo(() => createFetcher(() => current.current), []);
  const useToken = (next: string): void => {
    current.current = next;
    setToken(next);
  };
  return (
    <div className="page">
      <SignIn token={token} onToken={useToken} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          defaultTabs={[...examples]}
          defaultQuery={examples[0]?.query}
          defaultEditorToolsVisibility="variables"
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>Guildhall</GraphiQL.Logo>
        </GraphiQL>
      </main>
    </div>
  );
}
