import { Button, DateTimeText, Notice, QueryView, SoftText, useGraphQuery, useTexts } from '@guildhall/ui';
import { useState, type ReactElement } from 'react';
import { WaitingClashesDocument } from '../generated/approvals/graphql.js';

/** What else is on at the time of an activity; looked up when somebody asks, because a queue would ask for all of it at once. */
export function Clashes({ activityId }: { readonly activityId: string }): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <ShownClashes activityId={activityId} />
  ) : (
    <Button onPress={() => setOpen(true)}>{t('approvals.showClashes')}</Button>
  );
}

function ShownClashes({ activityId }: { readonly activityId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(WaitingClashesDocument, { id: activityId });
  return (
    <QueryView query={query}>
      {({ activity }) => {
        const clashes = activity?.clashes;
        if (!clashes) return null;
        const { isVenueTaken, periods, shared, sameKind } = clashes;
        const isFree = isVenueTaken !== true && periods.length + shared.length + sameKind.length === 0;
        return (
          <section>
            <h3>{t('approvals.clashes')}</h3>
            {isFree && <SoftText>{t('approvals.noClashes')}</SoftText>}
            {isVenueTaken === true && <Notice tone="warn">{t('approvals.venueTaken')}</Notice>}
            <ul>
              {periods.map(({ kind, from, to }) => (
                <li key={`${kind}${from}`}>{t(`approvals.period.${kind}`, { from, to })}</li>
              ))}
              {[...shared, ...sameKind].map(
                (rival) =>
                  rival.activity && (
                    <li key={rival.activity.id}>
                      {rival.activity.title} · <DateTimeText instant={rival.activity.startsAt} />
                      {'sharedMembers' in rival &&
                        typeof rival.sharedMembers === 'number' &&
                        ` · ${t('approvals.sharedMembers', { count: rival.sharedMembers })}`}
                    </li>
                  ),
              )}
            </ul>
          </section>
        );
      }}
    </QueryView>
  );
}
