import { Link } from '@tanstack/react-router';
import { Suspense, type ReactElement } from 'react';
import {
  buttonClass,
  Card,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { HandoverSection } from '../generated/graphql.js';
import { lazyPart } from '../parts/lazy-part.js';
import { usePlaceParam } from '../parts/use-place.js';
import { handoverDocument, type HandoverPart } from './handover-document.js';
import { HandoverStand } from './HandoverStand.js';
import { QuestionsPart } from './QuestionsPart.js';
import { SectionPart } from './SectionPart.js';

export { words } from './words.js';

/** Below the rest, so that the page never waits for them. */
const GroupPart = lazyPart(() => import('./GroupPart.js'), 'GroupPart');

const sections: readonly HandoverSection[] = ['CONTACTS', 'DECISIONS', 'ACCOUNTS', 'OPEN_MATTERS', 'ADVICE'];

/** One handover: to write for whoever leaves, to read and to take on for whoever comes. */
export function HandoverPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('handover.oneTitle')} lead={t('handover.oneLead')}>
      <SignedIn>
        <Stack gap="large">
          <div>
            <Link className={buttonClass} data-look="quiet" to="/handover">
              {t('handover.all')}
            </Link>
          </div>
          <OneHandover capsuleId={usePlaceParam('capsuleId')} />
        </Stack>
      </SignedIn>
    </Page>
  );
}

function OneHandover({ capsuleId }: { readonly capsuleId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(handoverDocument, { id: capsuleId });
  const hidden = (
    <EmptyState picture="door" title={t('handover.hidden')}>
      {t('handover.hiddenLead')}
    </EmptyState>
  );
  return (
    <QueryView query={query} isEmpty={({ handoverCapsule }) => !handoverCapsule} empty={hidden}>
      {({ handoverCapsule }) =>
        handoverCapsule ? (
          <Stack gap="large">
            <HandoverStand capsule={handoverCapsule} onChange={query.reload} />
            <Contents capsule={handoverCapsule} onChange={query.reload} />
          </Stack>
        ) : (
          hidden
        )
      }
    </QueryView>
  );
}

function Contents(part: HandoverPart): ReactElement {
  const { t } = useTexts();
  const { items, viewerRole, group } = part.capsule;
  if (!items)
    return (
      <Card>
        <SoftText>{t(viewerRole === 'SUCCESSOR' ? 'handover.notYet' : 'handover.standOnly')}</SoftText>
      </Card>
    );
  return (
    <>
      {sections.map((section) => (
        <SectionPart key={section} {...part} section={section} />
      ))}
      <QuestionsPart {...part} />
      {group && (
        <Suspense fallback={null}>
          <GroupPart {...part} group={group} />
        </Suspense>
      )}
    </>
  );
}
