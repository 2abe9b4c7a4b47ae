import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import styles from './fair-start.module.css';
import { fairStartDocument, type ShownFairStart } from './fair-start-documents.js';
import { FairStartStand } from './FairStartStand.js';
import { JoinCard } from './JoinCard.js';
import { PlanFairStart } from './PlanFairStart.js';

export { words } from './words.js';

/** The fair start of an activity: how it works in plain words, the way in, and after the draw the recount. */
export function FairStartPage(): ReactElement {
  const { t } = useTexts();
  const activityId = usePlaceParam('activityId');
  const query = useGraphQuery(fairStartDocument, { id: activityId });
  const { data, reload } = query;
  return (
    <Page
      title={t('fairStart.title')}
      lead={
        data?.activity && (
          <Link to="/activities/$activityId" params={{ activityId }}>
            {data.activity.title}
          </Link>
        )
      }
    >
      <QueryView
        query={query}
        skeleton={<Skeleton height="24rem" />}
        isEmpty={({ activity }) => !activity?.fairStart && !activity?.fairStartActions.includes('PLAN')}
        empty={<EmptyState title={t('fairStart.none')}>{t('fairStart.noneLead')}</EmptyState>}
      >
        {({ activity }) =>
          activity?.fairStart ? (
            <Stack>
              {activity.fairStartActions.includes('JOIN_PARTY') && <JoinCard onChange={reload} />}
              <Card>
                <h2>{t('fairStart.standTitle')}</h2>
                <FairStartStand activity={activity} fairStart={activity.fairStart} onChange={reload} />
                {activity.fairStart.phase === 'DRAWN' && (
                  <Cluster>
                    <Link
                      className={buttonClass}
                      data-look="primary"
                      to="/activities/$activityId/draw"
                      params={{ activityId }}
                    >
                      {t('fairStart.seeDraw')}
                    </Link>
                  </Cluster>
                )}
                <PlanFairStart activity={activity} onChange={reload} />
              </Card>
              <Explanation fairStart={activity.fairStart} />
            </Stack>
          ) : (
            activity && <PlanFairStart activity={activity} onChange={reload} />
          )
        }
      </QueryView>
    </Page>
  );
}

function Explanation({ fairStart: { rules, commitment } }: { readonly fairStart: ShownFairStart }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('fairStart.howItWorks')}</h2>
      <ol>
        <li>{t('fairStart.howSeed')}</li>
        <li>{t('fairStart.howEnter')}</li>
        <li>
          {t('fairStart.howTickets', {
            base: rules.baseTickets,
            first: rules.firstTimerTickets,
            loss: rules.lossTickets,
            most: rules.lossesMax,
          })}
        </li>
        <li>{t('fairStart.howDraw')}</li>
        <li>{t('fairStart.howCheck')}</li>
      </ol>
      <p>
        {t('fairStart.commitment')} <code className={styles.long}>{commitment}</code>
      </p>
    </Card>
  );
}
