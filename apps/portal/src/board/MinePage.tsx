import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  CardGrid,
  CheckboxField,
  Cluster,
  EmptyState,
  Form,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  SoftText,
  Stack,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Row, Rows } from '../parts/Rows.js';
import { HelpStatusWord } from './HelpStatusWord.js';
import { deskDocument, settingsDocument, type ShownDesk } from './desk-documents.js';
import { RequestCard } from './RequestCard.js';
import { StandingPart } from './StandingPart.js';

export { words } from './words.js';

/** All that the viewer asks and offers, on one page. */
export function MinePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('board.mine')} lead={t('mine.lead')}>
      <SignedIn>
        <Mine />
      </SignedIn>
    </Page>
  );
}

function Mine(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(deskDocument, {});
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="8rem" />}
      isEmpty={({ viewer }) => !viewer.helpDesk}
      empty={
        <EmptyState picture="door" title={t('board.members')}>
          {t('board.membersLead')}
        </EmptyState>
      }
    >
      {({ viewer: { helpDesk } }) =>
        helpDesk && (
          <Stack gap="large">
            <Asks desk={helpDesk} />
            <Offers desk={helpDesk} />
            <StandingPart desk={helpDesk} onChange={query.reload} />
            <Settings key={`${helpDesk.settings.contactLine}`} desk={helpDesk} onChange={query.reload} />
          </Stack>
        )
      }
    </QueryView>
  );
}

type DeskProps = { readonly desk: ShownDesk };

function Asks({ desk }: DeskProps): ReactElement {
  const { t } = useTexts();
  const { requests, over } = desk;
  return (
    <Stack>
      <Cluster justify="between">
        <h2>{t('mine.asks')}</h2>
        <Link className={buttonClass} data-look="plain" to="/board/ask">
          {t('board.ask')}
        </Link>
      </Cluster>
      {requests.edges.length === 0 && <SoftText>{t('mine.noAsks')}</SoftText>}
      <CardGrid>
        {requests.edges.map(({ node }) => (
          <RequestCard key={node.id} request={node} />
        ))}
      </CardGrid>
      {over.edges.length > 0 && (
        <Card>
          <h3>{t('mine.over')}</h3>
          <Rows>
            {over.edges.map(({ node }) => (
              <Row key={node.id}>
                <Link to="/board/$requestId" params={{ requestId: node.id }}>
                  <span lang={node.language}>{node.title}</span>
                </Link>
                <HelpStatusWord of="request" status={node.status} />
              </Row>
            ))}
          </Rows>
        </Card>
      )}
    </Stack>
  );
}

function Offers({ desk }: DeskProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('mine.offers')}</h2>
      {desk.offers.edges.length === 0 && <SoftText>{t('mine.noOffers')}</SoftText>}
      <Rows>
        {desk.offers.edges.map(({ node: { id, request, words, status } }) => (
          <Row key={id}>
            {request ? (
              <Link to="/board/$requestId" params={{ requestId: request.id }}>
                <span lang={request.language}>{request.title}</span>
              </Link>
            ) : (
              <span>{words}</span>
            )}
            <HelpStatusWord of="offer" status={status} />
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

function Settings({ desk, onChange }: DeskProps & { readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const change = useAction(settingsDocument, (data) => data.changeHelpSettings);
  const { contactLine, showsThanks } = desk.settings;
  const form = useForm({
    initial: { contactLine: contactLine ?? '', showsThanks },
    submit: (values) => change({ input: values }),
    onDone: onChange,
  });
  return (
    <Card>
      <h2>{t('mine.settings')}</h2>
      <Form form={form} submitLook="plain">
        <TextField name="contactLine" label={t('mine.contactLine')} hint={t('mine.contactLineHint')} />
        <CheckboxField name="showsThanks" label={t('mine.showsThanks')} />
      </Form>
    </Card>
  );
}
