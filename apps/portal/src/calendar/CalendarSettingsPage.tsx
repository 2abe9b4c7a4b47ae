import { useState, type ReactElement } from 'react';
import {
  ActionButton,
  Button,
  Card,
  DateTimeText,
  Form,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Row, Rows } from '../parts/Rows.js';
import {
  calendarSettingsDocument,
  changeGoingDocument,
  createFeedDocument,
  revokeFeedDocument,
  type CalendarSettings,
} from './calendar-documents.js';
import { CopyAddress } from '../parts/CopyAddress.js';
import { calendarAddress } from './calendar-address.js';

export { words } from './words.js';

/** Activities in one's own calendar: secret addresses of one's own, and the address of the whole campus. */
export function CalendarSettingsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('calendarFeed.title')} lead={t('calendarFeed.lead')}>
      <Stack>
        <SignedIn>
          <Own />
        </SignedIn>
        <Card>
          <Stack>
            <h2>{t('calendarFeed.campus')}</h2>
            <SoftText>{t('calendarFeed.campusLead')}</SoftText>
            <CopyAddress
              words="calendarFeed"
              address={calendarAddress('campus.ics')}
              label={t('calendarFeed.copyCampus')}
            />
          </Stack>
        </Card>
      </Stack>
    </Page>
  );
}

function Own(): ReactElement {
  const query = useGraphQuery(calendarSettingsDocument, {});
  return (
    <QueryView query={query} skeleton={<Skeleton height="20rem" />}>
      {({ viewer }) => (
        <Stack>
          <Addresses viewer={viewer} onChange={query.reload} />
          {typeof viewer.showsGoing === 'boolean' && <Going isShown={viewer.showsGoing} onChange={query.reload} />}
        </Stack>
      )}
    </QueryView>
  );
}

type PartProps = { readonly viewer: CalendarSettings; readonly onChange: () => void };

function Addresses({ viewer, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const [token, setToken] = useState<string>();
  const revoke = useAction(revokeFeedDocument, (data) => data.revokeCalendarFeed);
  const made = (next: string): void => {
    setToken(next);
    onChange();
  };
  return (
    <Card>
      <Stack>
        <h2>{t('calendarFeed.own')}</h2>
        <SoftText>{t('calendarFeed.ownLead')}</SoftText>
        {token !== undefined && (
          <Stack>
            <Notice tone="warn">{t('calendarFeed.once')}</Notice>
            <CopyAddress
              words="calendarFeed"
              address={calendarAddress(`own/${token}.ics`)}
              label={t('calendarFeed.copy')}
            />
          </Stack>
        )}
        <Rows>
          {viewer.calendarFeeds.map(({ id, name, createdAt, viewerActions }) => (
            <Row key={id}>
              <span>
                <strong>{name}</strong>
                <SoftText isSmall>
                  {t('calendarFeed.since')} <DateTimeText instant={createdAt} show="day" />
                </SoftText>
              </span>
              <ActionButton
                viewerActions={viewerActions}
                action="REVOKE"
                look="danger"
                label={t('calendarFeed.revoke')}
                confirm={{
                  title: t('calendarFeed.revokeTitle', { name }),
                  body: t('calendarFeed.revokeBody'),
                  label: t('calendarFeed.revoke'),
                }}
                onRun={() => revoke({ input: { feedId: id } })}
                onDone={() => {
                  setToken(undefined);
                  onChange();
                }}
              />
            </Row>
          ))}
        </Rows>
        {viewer.calendarFeedActions.includes('CREATE') ? (
          <CreateForm key={viewer.calendarFeeds.length} onMade={made} />
        ) : (
          <SoftText>{t('calendarFeed.enough')}</SoftText>
        )}
      </Stack>
    </Card>
  );
}

function CreateForm({ onMade }: { readonly onMade: (token: string) => void }): ReactElement {
  const { t } = useTexts();
  const create = useAction(createFeedDocument, (data) => data.createCalendarFeed);
  const form = useForm({
    initial: { name: '' },
    submit: ({ name }) => create({ input: { name } }),
    onDone: (result) => {
      if (result.__typename === 'CreateCalendarFeedSuccess') onMade(result.token);
    },
  });
  return (
    <Form form={form} submitLabel={t('calendarFeed.create')}>
      <TextField name="name" label={t('calendarFeed.name')} hint={t('calendarFeed.nameHint')} />
    </Form>
  );
}

function Going({ isShown, onChange }: { readonly isShown: boolean; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const change = useAction(changeGoingDocument, (data) => data.changeGoingSharing);
  const turn = async (): Promise<void> => {
    await change({ input: { isShown: !isShown } });
    onChange();
  };
  return (
    <Card>
      <Stack>
        <h2>{t('calendarFeed.going')}</h2>
        <p>{t(isShown ? 'calendarFeed.goingOn' : 'calendarFeed.goingOff')}</p>
        <SoftText isSmall>{t('calendarFeed.goingHint')}</SoftText>
        <Button onPress={() => void turn()}>{t(isShown ? 'calendarFeed.goingStop' : 'calendarFeed.goingStart')}</Button>
      </Stack>
    </Card>
  );
}
