import { useEffect, useState, type ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  useGraphQuery,
  useTexts,
  type Outcome,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';

export { readingsWords as words } from '../readings/readings-words.js';

const document = graphql(`
  query CaseCopyActions {
    viewer {
      subject
      caseCopyActions
    }
  }
`);

const takeDocument = graphql(`
  mutation TakeCaseCopy($input: TakeCaseCopyInput!) {
    takeCaseCopy(input: $input) {
      __typename
      ... on TakeCaseCopySuccess {
        copy {
          takenAt
          caseCount
          json
          html
        }
      }
    }
  }
`);

type Copy = { readonly takenAt: string; readonly caseCount: number; readonly json: string; readonly html: string };

/** The member's own copy of everything about their cases, as a page to read and as data for machines. */
export function CaseCopyPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('caseCopy.title')} lead={t('caseCopy.lead')}>
      <SignedIn>
        <TakeCopy />
      </SignedIn>
    </Page>
  );
}

function TakeCopy(): ReactElement {
  const { t, language } = useTexts();
  const query = useGraphQuery(document, {});
  const take = useAction(takeDocument, (data) => data.takeCaseCopy);
  const [copy, setCopy] = useState<Copy>();
  const run = async (): Promise<Outcome> => {
    const outcome = await take({ input: { language: language === 'zh-CN' ? 'ZH_CN' : 'EN' } });
    if (outcome.result?.__typename === 'TakeCaseCopySuccess') setCopy(outcome.result.copy);
    return outcome;
  };
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="12rem" />}
      isEmpty={({ viewer }) => viewer.caseCopyActions.length === 0}
      empty={<EmptyState title={t('caseCopy.none')}>{t('caseCopy.noneLead')}</EmptyState>}
    >
      {({ viewer }) => (
        <Card>
          <Stack>
            <p>{t('caseCopy.what')}</p>
            <p>{t('caseCopy.care')}</p>
            <ActionButton
              viewerActions={viewer.caseCopyActions}
              action="TAKE"
              look={copy === undefined ? 'primary' : 'plain'}
              label={t('caseCopy.take')}
              onRun={run}
            />
            {copy !== undefined && <Downloads copy={copy} />}
          </Stack>
        </Card>
      )}
    </QueryView>
  );
}

function Downloads({ copy }: { readonly copy: Copy }): ReactElement {
  const { t } = useTexts();
  const day = copy.takenAt.slice(0, 10);
  return (
    <Stack>
      <Notice tone="good">{t('caseCopy.ready', { count: copy.caseCount })}</Notice>
      <Cluster>
        <Download text={copy.html} type="text/html" name={`copy-${day}.html`} label={t('caseCopy.html')} />
        <Download text={copy.json} type="application/json" name={`copy-${day}.json`} label={t('caseCopy.json')} />
      </Cluster>
    </Stack>
  );
}

type DownloadProps = { readonly text: string; readonly type: string; readonly name: string; readonly label: string };

/** A link to a file that this browser makes; its address ends with the page. */
function Download({ text, type, name, label }: DownloadProps): ReactElement {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [text, type]);
  return (
    <a className={buttonClass} data-look="plain" href={url} download={name}>
      {label}
    </a>
  );
}
