import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  FigurePlot,
  SoftText,
  Stack,
  StatusBadge,
  TextField,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import type { OrganisedActivity, PartProps } from './organise-document.js';
import { addPoolDocument, editPoolDocument, removePoolDocument } from './pool-documents.js';
import { AudienceFields, audienceOf, PoolFields, poolValues, readPool, type ShownPool } from './PoolFields.js';

/** For whom seats of the activity are kept, how many and until when. */
export function PoolsPart(part: PartProps): ReactElement {
  const { t } = useTexts();
  const { pools, capacity } = part.activity;
  return (
    <Card>
      <h2>{t('organise.pools')}</h2>
      <SoftText>{t('organise.poolsLead')}</SoftText>
      {capacity == null && <SoftText>{t('organise.noPoolsHere')}</SoftText>}
      {capacity != null && pools.length === 0 && <SoftText>{t('organise.noPools')}</SoftText>}
      {capacity != null && pools.length > 0 && <SeatsPlot pools={pools} capacity={capacity} />}
      <Rows>
        {pools.map((pool) => (
          <Row key={pool.id}>
            <PoolFacts pool={pool} />
            <PoolActions {...part} pool={pool} />
          </Row>
        ))}
      </Rows>
      {capacity != null && <AddPool {...part} />}
    </Card>
  );
}

function SeatsPlot({
  pools,
  capacity,
}: Pick<OrganisedActivity, 'pools'> & { readonly capacity: number }): ReactElement {
  const { t } = useTexts();
  const apart = pools.filter(({ isMerged }) => !isMerged);
  const shared = Math.max(
    0,
    apart.reduce((left, { seats }) => left - seats, capacity),
  );
  const point = (key: string, label: string, value: number) => ({ key, label, figure: { value, suppressed: false } });
  return (
    <FigurePlot
      caption={t('organise.poolsPlot', { count: capacity })}
      threshold={0}
      points={[
        ...apart.map(({ id, name, seats }) => point(id, name, seats)),
        point('shared', t('organise.poolsShared'), shared),
      ]}
    />
  );
}

function PoolFacts({ pool }: { readonly pool: ShownPool }): ReactElement {
  const { t } = useTexts();
  const courses = pool.constituencies.map(({ programme, year }) => t('organise.poolCourse', { programme, year }));
  return (
    <Stack gap="small">
      <Cluster>
        <strong>{pool.name}</strong>
        <span>{courses.join('; ') || t(`organise.audiences.${pool.audience}`)}</span>
        {pool.isMerged ? (
          <StatusBadge tone="info">{t('organise.poolMerged')}</StatusBadge>
        ) : (
          <span>{t('organise.poolSize', { free: pool.seatsLeft, seats: pool.seats })}</span>
        )}
      </Cluster>
      <SoftText isSmall>
        {t('organise.poolOpen')}: <DateTimeText instant={pool.opensAt} /> – <DateTimeText instant={pool.closesAt} />
        {'; '}
        {t('organise.poolMerges')}: <DateTimeText instant={pool.mergesAt} />
      </SoftText>
    </Stack>
  );
}

function AddPool({ activity, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const add = useAction(addPoolDocument, (data) => data.addPool);
  const { group } = activity;
  const none: readonly string[] = [];
  return (
    <FormAction
      viewerActions={activity.viewerActions}
      action="EDIT"
      label={t('organise.addPool')}
      initial={{ ...poolValues(undefined, activity, campusZone), audience: 'EVERYBODY', constituencyIds: none }}
      onRun={async (values, idempotencyKey) => {
        const { plan, missing } = readPool(values, campusZone);
        if (plan === undefined) return { result: { __typename: 'ValidationError', fields: missing } };
        const audience = audienceOf(values.audience);
        const groupId = audience === 'GROUP_MEMBERS' ? group?.id : undefined;
        const constituencyIds = audience === 'CONSTITUENCIES' ? values.constituencyIds : [];
        return add({
          input: { activityId: activity.id, idempotencyKey, pool: { ...plan, audience, groupId, constituencyIds } },
        });
      }}
      onDone={onChange}
    >
      <TextField name="name" label={t('organise.poolName')} />
      <AudienceFields hasGroup={group != null} />
      <PoolFields />
    </FormAction>
  );
}

function PoolActions({ activity, onChange, pool }: PartProps & { readonly pool: ShownPool }): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const edit = useAction(editPoolDocument, (data) => data.editPool);
  const remove = useAction(removePoolDocument, (data) => data.removePool);
  const shared = { viewerActions: activity.viewerActions, action: 'EDIT', look: 'quiet', onDone: onChange } as const;
  return (
    <Cluster>
      <FormAction
        {...shared}
        label={t('organise.editPool')}
        initial={poolValues(pool, activity, campusZone)}
        onRun={async (values) => {
          const { plan, missing } = readPool(values, campusZone);
          return plan === undefined
            ? { result: { __typename: 'ValidationError', fields: missing } }
            : edit({ input: { poolId: pool.id, changes: plan } });
        }}
      >
        <TextField name="name" label={t('organise.poolName')} />
        <PoolFields />
      </FormAction>
      <ActionButton {...shared} label={t('organise.removePool')} onRun={() => remove({ input: { poolId: pool.id } })} />
    </Cluster>
  );
}
