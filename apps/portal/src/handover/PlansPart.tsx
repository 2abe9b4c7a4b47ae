import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, DateTimeText, QueryView, SoftText, Stack, StatusBadge, useGraphQuery, useTexts } from '@guildhall/ui';
import type { HandoverPlansQuery } from '../generated/graphql.js';
import { formatAmount } from '../parts/amounts.js';
import { Row, Rows } from '../parts/Rows.js';
import { handoverPlansDocument } from './handover-document.js';

type Planned = NonNullable<NonNullable<HandoverPlansQuery['group']>['activities']>['edges'][number]['node'];

/** The open tasks and the money of what the group plans: theirs to read for whoever leaves and whoever reads along. */
export function PlansPart({ group }: { readonly group: { readonly id: string } }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(handoverPlansDocument, { id: group.id });
  return (
    <Card>
      <Stack>
        <h2>{t('handover.plans')}</h2>
        <SoftText>{t('handover.plansLead')}</SoftText>
        <QueryView
          query={query}
          isEmpty={(data) => plansOf(data).length === 0}
          empty={<SoftText>{t('handover.noPlans')}</SoftText>}
        >
          {(data) => (
            <Rows>
              {plansOf(data).map((activity) => (
                <Row key={activity.id}>
                  <OnePlan activity={activity} />
                </Row>
              ))}
            </Rows>
          )}
        </QueryView>
      </Stack>
    </Card>
  );
}

/** What is not the viewer's to read is left out here; the calendar names it all the same. */
function plansOf({ group }: HandoverPlansQuery): readonly Planned[] {
  return (group?.activities?.edges ?? []).map(({ node }) => node).filter(({ organising }) => organising);
}

function OnePlan({ activity }: { readonly activity: Planned }): ReactElement {
  const { t, language } = useTexts();
  const { id: activityId, title, startsAt, organising } = activity;
  const open = (organising?.tasks ?? []).filter(({ status }) => status === 'OPEN' || status === 'DOING');
  const { budget } = organising ?? {};
  return (
    <Stack gap="small">
      <h3>
        <Link to="/activities/$activityId/organise" params={{ activityId }}>
          {title}
        </Link>
      </h3>
      <SoftText isSmall>
        <DateTimeText instant={startsAt} />
      </SoftText>
      <ul>
        {open.map((task) => (
          <li key={task.id}>
            {task.title} · {task.owner?.displayName ?? t('handover.noOwner')}
            {task.dueAt && (
              <>
                {' · '}
                <DateTimeText instant={task.dueAt} show="day" />
              </>
            )}{' '}
            {task.isLate && <StatusBadge tone="danger">{t('handover.late')}</StatusBadge>}
          </li>
        ))}
        {(budget?.lines ?? []).map((line) => (
          <li key={line.id}>
            {line.title} · {t(`handover.money.${line.kind}`, { amount: formatAmount(line.planned, language) })}
          </li>
        ))}
      </ul>
      {open.length === 0 && (budget?.lines ?? []).length === 0 && <SoftText>{t('handover.nothingOpen')}</SoftText>}
    </Stack>
  );
}
