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
          isEmpty={(data) => readableOf(data).length === 0}
          empty={<SoftText>{t('handover.noPlans')}</SoftText>}
        >
          {(data) => <OpenPlans activities={readableOf(data).filter(isOpen)} />}
        </QueryView>
      </Stack>
    </Card>
  );
}

function OpenPlans({ activities }: { readonly activities: readonly Planned[] }): ReactElement {
  const { t } = useTexts();
  if (activities.length === 0) return <SoftText>{t('handover.nothingOpen')}</SoftText>;
  return (
    <Rows>
      {activities.map((activity) => (
        <Row key={activity.id}>
          <OnePlan activity={activity} />
        </Row>
      ))}
    </Rows>
  );
}

/** What is not the viewer's to read is left out here; the calendar names it all the same. */
function readableOf({ group }: HandoverPlansQuery): readonly Planned[] {
  return (group?.activities?.edges ?? []).map(({ node }) => node).filter(({ organising }) => organising);
}

type Task = NonNullable<Planned['organising']>['tasks'][number];

function openTasks({ organising }: Planned): readonly Task[] {
  return (organising?.tasks ?? []).filter(({ status }) => status === 'OPEN' || status === 'DOING');
}

function isOpen(activity: Planned): boolean {
  return openTasks(activity).length > 0 || (activity.organising?.budget.lines ?? []).length > 0;
}

function OnePlan({ activity }: { readonly activity: Planned }): ReactElement {
  const { t, language } = useTexts();
  const { id: activityId, title, startsAt, organising } = activity;
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
        {openTasks(activity).map((task) => (
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
        {(organising?.budget.lines ?? []).map((line) => (
          <li key={line.id}>
            {line.title} · {t(`handover.money.${line.kind}`, { amount: formatAmount(line.planned, language) })}
          </li>
        ))}
      </ul>
    </Stack>
  );
}
