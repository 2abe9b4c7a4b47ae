import {
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Notice,
  PersonChip,
  SoftText,
  StatusBadge,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement, ReactNode } from 'react';
import type { ScreenedProposalFragment } from '../generated/proposals/graphql.js';
import { AppealForm } from './AppealForm.js';
import { AssignForm } from './AssignForm.js';
import { CouncilForm } from './CouncilForm.js';
import { FileForm, NoteForm, RefuseForm } from './ScreeningForms.js';
import { MergeForm } from './MergeForm.js';

/** A proposal before the committee, and what to do once something was decided. */
export type ScreenedProposalProps = { readonly proposal: ScreenedProposalFragment; readonly onDone: () => void };

const textParts = ['background', 'problem', 'suggestion'] as const;

/** One proposal with its words, its people, what was decided before, and what can be decided now. */
export function ScreenedProposalCard(props: ScreenedProposalProps): ReactElement {
  const { t } = useTexts();
  const { proposal } = props;
  const { text, author, seconders, status, threshold, endorsementCount } = proposal;
  return (
    <Card as="article">
      <h3 lang={text.language}>{text.title}</h3>
      <Cluster>
        <StatusBadge tone="info">{t(`screening.status.${status}`)}</StatusBadge>
        {threshold !== null && (
          <SoftText isSmall>{t('screening.support', { count: endorsementCount, threshold })}</SoftText>
        )}
      </Cluster>
      {textParts.map((part) => (
        <section key={part}>
          <h4>{t(`screening.${part}`)}</h4>
          <p lang={text.language}>{text[part]}</p>
        </section>
      ))}
      <SoftText isSmall>{t('screening.author')}</SoftText>
      <PersonChip name={author?.displayName} />
      <SoftText isSmall>{t('screening.seconders')}</SoftText>
      <Cluster>
        {seconders.map(({ member }, index) => (
          <PersonChip key={member?.id ?? index} name={member?.displayName} />
        ))}
      </Cluster>
      <Before proposal={proposal} />
      <Actions {...props} />
    </Card>
  );
}

function Before({ proposal }: Pick<ScreenedProposalProps, 'proposal'>): ReactElement {
  const { t } = useTexts();
  const { screenings, appeal, mergeInto, viewerActions } = proposal;
  return (
    <>
      {screenings
        .filter(({ note }) => note !== '')
        .map(({ decision, reason, note, decidedAt }) => (
          <Notice key={decidedAt}>
            <strong>{t(`screening.decision.${decision}`)}</strong> <DateTimeText instant={decidedAt} show="day" />
            {reason && <SoftText>{t(`refusal.${reason}`)}</SoftText>}
            <p>{note}</p>
          </Notice>
        ))}
      {appeal && (
        <Notice tone="warn">
          <strong>{t('screening.appeal')}</strong> <span>{appeal}</span>
        </Notice>
      )}
      {mergeInto && <SoftText>{t('screening.mergeInto', { title: mergeInto.title })}</SoftText>}
      {viewerActions.length === 0 && <SoftText>{t('screening.somebodyElse')}</SoftText>}
    </>
  );
}

function Actions({ proposal, onDone }: ScreenedProposalProps): ReactElement {
  const { t } = useTexts();
  const form = (body: (onFinished: () => void) => ReactNode) => (close: () => void) =>
    body(() => {
      close();
      onDone();
    });
  const shared = { viewerActions: proposal.viewerActions };
  return (
    <Cluster>
      <DialogAction {...shared} action="FILE" look="primary" label={t('screening.file')}>
        {form((finish) => (
          <FileForm proposal={proposal} onDone={finish} />
        ))}
      </DialogAction>
      <DialogAction {...shared} action="RETURN" label={t('screening.return')}>
        {form((finish) => (
          <NoteForm proposal={proposal} onDone={finish} />
        ))}
      </DialogAction>
      <DialogAction {...shared} action="OFFER_MERGE" label={t('screening.merge')}>
        {form((finish) => (
          <MergeForm proposal={proposal} onDone={finish} />
        ))}
      </DialogAction>
      <DialogAction {...shared} action="REFUSE" look="danger" label={t('screening.refuse')}>
        {form((finish) => (
          <RefuseForm proposal={proposal} onDone={finish} />
        ))}
      </DialogAction>
      <DialogAction {...shared} action="UPHOLD_APPEAL" look="primary" label={t('screening.decideAppeal')}>
        {form((finish) => (
          <AppealForm proposal={proposal} onDone={finish} />
        ))}
      </DialogAction>
      <DialogAction {...shared} action="RECORD_COUNCIL" look="primary" label={t('screening.council')}>
        {form((finish) => (
          <CouncilForm proposal={proposal} onDone={finish} />
        ))}
      </DialogAction>
      <DialogAction {...shared} action="ASSIGN" look="primary" label={t('screening.assign')}>
        {form((finish) => (
          <AssignForm proposal={proposal} onDone={finish} />
        ))}
      </DialogAction>
    </Cluster>
  );
}
