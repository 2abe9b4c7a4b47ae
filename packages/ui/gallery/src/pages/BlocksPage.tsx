import type { ReactElement } from 'react';
import {
  ActionButton,
  Button,
  Card,
  CardGrid,
  Cluster,
  DataTable,
  DateTimeText,
  Notice,
  Page,
  PersonChip,
  ResultNotice,
  SoftText,
  Stack,
  StatusBadge,
  Timeline,
  useTexts,
} from '@guildhall/ui';
import { Example } from './Example.js';

/** The blocks that need nothing of the graph. */
export function BlocksPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page
      title={t('blocks.title')}
      lead={t('blocks.lead')}
      actions={
        <Button look="primary" icon="plus">
          {t('blocks.register')}
        </Button>
      }
    >
      <Stack gap="large">
        <Activities />
        <Buttons />
        <Notices />
        <CardGrid>
          <Card>
            <h2>{t('blocks.people')}</h2>
            <PersonChip name="Ada Okafor" detail={t('blocks.student')} />
            <PersonChip name="林美玲" detail={t('blocks.student')} />
            <PersonChip name={null} />
          </Card>
          <Card>
            <h2>{t('blocks.timeline')}</h2>
            <Steps />
          </Card>
        </CardGrid>
        <Cases />
      </Stack>
    </Page>
  );
}

function Activities(): ReactElement {
  const { t } = useTexts();
  const wait = () =>
    new Promise<{ result: { __typename: string } }>((resolve) =>
      setTimeout(resolve, 300, { result: { __typename: 'ConflictError' } }),
    );
  return (
    <Example title={t('blocks.status')}>
      <Cluster>
        <StatusBadge>{t('blocks.draft')}</StatusBadge>
        <StatusBadge tone="info">{t('blocks.open')}</StatusBadge>
        <StatusBadge tone="good">{t('blocks.confirmed')}</StatusBadge>
        <StatusBadge tone="warn">{t('blocks.waitlisted')}</StatusBadge>
        <StatusBadge tone="danger">{t('blocks.cancelled')}</StatusBadge>
      </Cluster>
      <CardGrid>
        {['confirmed', 'waitlisted', 'open'].map((state) => (
          <Card as="article" key={state}>
            <StatusBadge tone={state === 'confirmed' ? 'good' : 'info'}>{t(`blocks.${state}`)}</StatusBadge>
            <h3>{t('blocks.activity')}</h3>
            <SoftText>{t('blocks.activityLead')}</SoftText>
            <SoftText isSmall>
              <DateTimeText instant="2026-11-27T18:30:00.000Z" />
            </SoftText>
            <ActionButton
              viewerActions={state === 'open' ? ['REGISTER'] : ['CANCEL']}
              action="CANCEL"
              label={t('blocks.cancelPlace')}
              look="danger"
              confirm={{ title: t('blocks.askTitle'), body: t('blocks.askBody'), label: t('blocks.askYes') }}
              onRun={wait}
            />
            <ActionButton
              viewerActions={state === 'open' ? ['REGISTER'] : ['CANCEL']}
              action="REGISTER"
              label={t('blocks.register')}
              look="primary"
              onRun={wait}
            />
          </Card>
        ))}
      </CardGrid>
    </Example>
  );
}

function Buttons(): ReactElement {
  const { t } = useTexts();
  return (
    <Example title={t('blocks.buttons')}>
      <Cluster>
        <Button look="primary">{t('blocks.register')}</Button>
        <Button icon="calendar">{t('blocks.plain')}</Button>
        <Button look="quiet">{t('blocks.quiet')}</Button>
        <Button look="danger">{t('blocks.cancelPlace')}</Button>
        <Button look="danger" isStrong>
          {t('blocks.askYes')}
        </Button>
        <Button look="primary" isBusy>
          {t('action.working')}
        </Button>
      </Cluster>
    </Example>
  );
}

function Notices(): ReactElement {
  const { t } = useTexts();
  return (
    <Example title={t('blocks.notices')}>
      <Notice tone="good">{t('blocks.saved')}</Notice>
      <Notice>{t('blocks.noted')}</Notice>
      <Notice tone="warn">{t('blocks.closing')}</Notice>
      <Notice tone="danger">{t('blocks.failed')}</Notice>
      <ResultNotice outcome={{ result: { __typename: 'LimitReachedError', limit: 3 } }} />
      <ResultNotice
        outcome={{ problem: { kind: 'refused', code: 'INTERNAL_SERVER_ERROR', requestId: '0d9f6c1e-5b7a' } }}
      />
    </Example>
  );
}

function Steps(): ReactElement {
  const { t } = useTexts();
  return (
    <Timeline
      steps={[
        {
          key: 'a',
          title: t('blocks.consented'),
          state: 'done',
          detail: <DateTimeText instant="2026-11-02T09:10:00.000Z" show="day" />,
        },
        {
          key: 'b',
          title: t('blocks.sent'),
          state: 'now',
          detail: <DateTimeText instant="2026-11-03T14:00:00.000Z" />,
        },
        { key: 'c', title: t('blocks.withdrawn'), state: 'problem' },
        { key: 'd', title: t('blocks.answered'), state: 'next' },
        { key: 'e', title: t('blocks.closedStep'), state: 'next' },
      ]}
    />
  );
}

function Cases(): ReactElement {
  const { t } = useTexts();
  const rows = [
    { id: 'C-1042', matter: 'housing', due: '2026-11-24T17:00:00.000Z', days: 2 },
    { id: 'C-1039', matter: 'academic', due: '2026-11-26T17:00:00.000Z', days: 4 },
    { id: 'C-1051', matter: 'money', due: null, days: 12 },
  ] as const;
  return (
    <DataTable
      caption={t('blocks.table')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'id', heading: t('blocks.case'), cell: ({ id }) => id },
        {
          key: 'matter',
          heading: t('blocks.matter'),
          cell: ({ matter }) => <StatusBadge tone="info">{t(`blocks.${matter}`)}</StatusBadge>,
        },
        { key: 'due', heading: t('blocks.due'), cell: ({ due }) => <DateTimeText instant={due} show="day" /> },
        { key: 'days', heading: t('blocks.days'), align: 'end', cell: ({ days }) => days },
      ]}
      onMore={() => undefined}
    />
  );
}
