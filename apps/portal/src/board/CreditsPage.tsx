import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { Facts } from '../parts/Facts.js';
import { Row, Rows } from '../parts/Rows.js';

export { words } from './words.js';

const creditsDocument = graphql(`
  query HelpCredits($after: String) {
    viewer {
      subject
      helpDesk {
        credits {
          balance
          promised
          promisable
          floor
          movements(first: 20, after: $after) {
            edges {
              node {
                id
                amount
                movedAt
                request {
                  id
                  title
                  language
                }
                with {
                  id
                  displayName
                }
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  }
`);

/** The viewer's credits, and each movement explained. */
export function CreditsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('credits.title')} lead={t('credits.lead')}>
      <SignedIn>
        <Credits />
      </SignedIn>
    </Page>
  );
}

function Credits({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(creditsDocument, { after });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="14rem" />}
      isEmpty={({ viewer }) => !viewer.helpDesk}
      empty={
        <EmptyState picture="door" title={t('board.members')}>
          {t('board.membersLead')}
        </EmptyState>
      }
    >
      {({ viewer: { helpDesk } }) =>
        helpDesk && (
          <Stack>
            {after === undefined && (
              <Card>
                <h2>{t('credits.now')}</h2>
                <Facts
                  facts={[
                    { name: t('credits.balance'), value: String(helpDesk.credits.balance) },
                    { name: t('credits.promised'), value: String(helpDesk.credits.promised) },
                    { name: t('credits.promisable'), value: String(helpDesk.credits.promisable) },
                  ]}
                />
                <SoftText isSmall>{t('credits.floor', { floor: helpDesk.credits.floor })}</SoftText>
              </Card>
            )}
            <Movements movements={helpDesk.credits.movements.edges.map(({ node }) => node)} />
            <NextPage pageInfo={helpDesk.credits.movements.pageInfo}>{(after) => <Credits after={after} />}</NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

type Movement = {
  readonly id: string;
  readonly amount: number;
  readonly movedAt: string;
  readonly request?: { readonly id: string; readonly title: string; readonly language: string } | null;
  readonly with?: { readonly displayName?: string | null } | null;
};

function Movements({ movements }: { readonly movements: readonly Movement[] }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('credits.movements')}</h2>
      {movements.length === 0 && <SoftText>{t('credits.none')}</SoftText>}
      <Rows>
        {movements.map(({ id, amount, movedAt, request, with: other }) => (
          <Row key={id}>
            <div>
              {request ? (
                <Link to="/board/$requestId" params={{ requestId: request.id }}>
                  <span lang={request.language}>{request.title}</span>
                </Link>
              ) : (
                t('credits.gone')
              )}
              <SoftText isSmall>
                {t(amount < 0 ? 'credits.gave' : 'credits.got', {
                  count: Math.abs(amount),
                  name: other?.displayName ?? t('person.hiddenName'),
                })}{' '}
                · <DateTimeText instant={movedAt} show="day" />
              </SoftText>
            </div>
            <strong>{amount > 0 ? `+${amount}` : String(amount)}</strong>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
