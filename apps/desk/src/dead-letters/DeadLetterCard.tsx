import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { DeadLetterFactsFragment } from '../generated/dead-letters/graphql.js';
import type { Treatments } from './treatments.js';
import { treatmentsOf } from './treatments.js';

/** A dead letter, and what follows once it was treated. */
export type DeadLetterCardProps = { readonly letter: DeadLetterFactsFragment; readonly onDone: () => void };

/** What happened to one event: what it is about, who could not apply it, why, and what waits behind it. */
export function DeadLetterCard({ letter, onDone }: DeadLetterCardProps): ReactElement {
  const { t } = useTexts();
  const { event, aggregate, subject, source, consumer, attempts, diedAt, failure, waiting } = letter;
  const treatments = treatmentsOf(consumer);
  return (
    <Card as="article">
      <h2>{event}</h2>
      <Cluster>
        <StatusBadge tone="danger">{failure ?? t('deadLetters.unknownFailure')}</StatusBadge>
        {waiting > 0 && <StatusBadge tone="warn">{t('deadLetters.waiting', { count: waiting })}</StatusBadge>}
      </Cluster>
      <p>{t('deadLetters.path', { source: t(`service.${source}`), consumer: t(`service.${consumer}`) })}</p>
      <SoftText isSmall>
        {t('deadLetters.attempts', { count: attempts })} <DateTimeText instant={diedAt} />
      </SoftText>
      <SoftText isSmall>
        {aggregate} <code>{subject}</code>
      </SoftText>
      {treatments !== undefined && <Actions {...{ letter, treatments, onDone }} />}
    </Card>
  );
}

function Actions({
  letter: { id: deadLetterId, viewerActions },
  treatments,
  onDone,
}: DeadLetterCardProps & { readonly treatments: Treatments }): ReactElement {
  const { t } = useTexts();
  const retry = useGraphMutation(treatments.retry);
  const discard = useGraphMutation(treatments.discard);
  const run = async (treat: typeof retry) => {
    const { data, problem } = await treat({ input: { deadLetterId } });
    return { result: data?.answer, problem };
  };
  return (
    <Cluster>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="RETRY"
        label={t('deadLetters.retry')}
        onRun={() => run(retry)}
      />
      <ActionButton
        {...{ viewerActions, onDone }}
        action="DISCARD"
        label={t('deadLetters.discard')}
        look="danger"
        confirm={{
          title: t('deadLetters.discardTitle'),
          body: t('deadLetters.discardBody'),
          label: t('deadLetters.discardYes'),
        }}
        onRun={() => run(discard)}
      />
    </Cluster>
  );
}
