import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { caseCode } from '../case/case-code.js';
import type { EmergencyAccessQuery } from '../generated/emergency/graphql.js';
import { EmergencyAccessDocument } from '../generated/emergency/graphql.js';
import { DecideEmergencyAccessDocument, EndEmergencyAccessDocument } from '../generated/emergency-forms/graphql.js';
import { EmergencyFileCard } from './EmergencyFileCard.js';
import { EmergencyStatusWord } from './EmergencyStatusWord.js';

export { words } from './words.js';

type Access = NonNullable<EmergencyAccessQuery['emergencyAccess']>;

/** One emergency access: why it was asked for, the decision, and for who asked the case while it lasts. */
export function EmergencyAccessPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(EmergencyAccessDocument, { id: useAccessId() });
  return (
    <Page title={t('emergency.one')}>
      <QueryView
        query={query}
        skeleton={<Skeleton height="20rem" />}
        isEmpty={({ emergencyAccess }) => emergencyAccess === null || emergencyAccess === undefined}
        empty={<EmptyState title={t('emergency.missing')}>{t('emergency.missingLead')}</EmptyState>}
      >
        {({ emergencyAccess }) =>
          emergencyAccess && (
            <Stack>
              <Standing access={emergencyAccess} onDone={query.reload} />
              <OpenFile access={emergencyAccess} />
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}

function Standing({ access, onDone }: { readonly access: Access; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const { askedBy, askedAt, tellBy, words } = access;
  return (
    <Card>
      <h2>{t(`emergency.reason.${access.reason}`)}</h2>
      <Cluster>
        <EmergencyStatusWord status={access.status} />
      </Cluster>
      <SoftText>
        {access.entry
          ? t('emergency.askedBy', { name: askedBy, code: caseCode(access.entry.id) })
          : t('emergency.askedByName', { name: askedBy })}{' '}
        <DateTimeText instant={askedAt} />
      </SoftText>
      <p>{words ?? t('case.erasedWords')}</p>
      <Course access={access} />
      <p>
        {typeof tellBy === 'string' ? t(`emergency.ground.${access.tellLaterGround ?? ''}`) : t('emergency.toldAtOnce')}
        {typeof tellBy === 'string' && (
          <>
            {' '}
            {t('emergency.toldBy')} <DateTimeText instant={tellBy} show="day" />
          </>
        )}
      </p>
      <Decisions access={access} onDone={onDone} />
    </Card>
  );
}

/** Who decided and when, and when access ends or ended. */
function Course({ access }: { readonly access: Access }): ReactElement {
  const { t } = useTexts();
  const { askedAt, decidedBy, decidedAt, expiresAt, endedAt } = access;
  return (
    <>
      {typeof decidedBy === 'string' && (
        <SoftText>
          {t('emergency.decidedBy', { name: decidedBy })} <DateTimeText instant={decidedAt ?? askedAt} />
        </SoftText>
      )}
      {access.status === 'GRANTED' && typeof expiresAt === 'string' && (
        <SoftText>
          {t('emergency.until')} <DateTimeText instant={expiresAt} />
        </SoftText>
      )}
      {typeof endedAt === 'string' && (
        <SoftText>
          {t('emergency.endedAt')} <DateTimeText instant={endedAt} />
        </SoftText>
      )}
    </>
  );
}

function Decisions({ access, onDone }: { readonly access: Access; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const decide = useGraphMutation(DecideEmergencyAccessDocument);
  const end = useGraphMutation(EndEmergencyAccessDocument);
  const { id: accessId, viewerActions } = access;
  const run = async (decision: 'GRANT' | 'REFUSE') => {
    const { data, problem } = await decide({ input: { accessId, decision } });
    return { result: data?.decideEmergencyAccess, problem };
  };
  return (
    <Cluster>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="GRANT"
        look="primary"
        label={t('emergency.grant')}
        confirm={{ title: t('emergency.grantTitle'), body: t('emergency.grantBody'), label: t('emergency.grant') }}
        onRun={() => run('GRANT')}
      />
      <ActionButton
        {...{ viewerActions, onDone }}
        action="REFUSE"
        label={t('emergency.refuse')}
        onRun={() => run('REFUSE')}
      />
      <ActionButton
        {...{ viewerActions, onDone }}
        action="END"
        label={t('emergency.end')}
        onRun={async () => {
          const { data, problem } = await end({ input: { accessId } });
          return { result: data?.endEmergencyAccess, problem };
        }}
      />
    </Cluster>
  );
}

/** The file opens by a press of its own: arriving at the page reads nothing yet. */
function OpenFile({ access }: { readonly access: Access }): ReactElement | null {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (!access.viewerActions.includes('READ')) return null;
  if (isOpen) return <EmergencyFileCard accessId={access.id} />;
  return (
    <Card>
      <Notice tone="warn">{t('emergency.readLead')}</Notice>
      <ActionButton
        viewerActions={access.viewerActions}
        action="READ"
        label={t('emergency.read')}
        onRun={() => Promise.resolve({})}
        onDone={() => setOpen(true)}
      />
    </Card>
  );
}

function useAccessId(): string {
  const params: unknown = useParams({ strict: false });
  if (typeof params !== 'object' || params === null || !('accessId' in params)) return '';
  return typeof params.accessId === 'string' ? params.accessId : '';
}
