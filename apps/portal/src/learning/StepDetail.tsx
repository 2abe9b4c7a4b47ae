import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, Cluster, DateTimeText, SoftText, Stack, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { HandIns } from './HandIns.js';
import styles from './learning.module.css';
import type { ShownStep } from './path-document.js';
import { completeDocument, handInDocument, startDocument } from './step-documents.js';
import { StepProgressText } from './StepProgressText.js';
import { WordsForm } from './WordsForm.js';

type DetailProps = { readonly progress: ShownStep; readonly enrolmentId: string; readonly onChange: () => void };

/** One step of a path the viewer is on: what it asks for, how far they are, what they wrote, and what they can do. */
export function StepDetail(props: DetailProps): ReactElement {
  const { t } = useTexts();
  const { progress } = props;
  const { step, status, passedAt, reflection } = progress;
  return (
    <div id={`step-${step.id}`} className={styles.anchor}>
      <Stack gap="small">
        <span>
          {t(`stepKind.${step.kind}`)}
          {step.activityKind && `: ${t(`activityKind.${step.activityKind}`)}`} · {t(`status.step.${status}`)}
          {passedAt && (
            <>
              {' '}
              <DateTimeText instant={passedAt} show="day" />
            </>
          )}
        </span>
        {step.guidance && <SoftText isSmall>{step.guidance}</SoftText>}
        {step.resource && (
          <Link to="/library/$resourceId" params={{ resourceId: step.resource.id }}>
            {step.resource.title}
          </Link>
        )}
        <StepProgressText progress={progress} />
        {reflection && (
          <figure>
            <figcaption>{t('path.yourReflection')}</figcaption>
            <blockquote className={styles.quote}>{reflection.words}</blockquote>
          </figure>
        )}
        <HandIns handIns={progress.handIns} rubric={step.rubric} />
        <StepActions {...props} />
      </Stack>
    </div>
  );
}

function StepActions({ progress, enrolmentId, onChange }: DetailProps): ReactElement {
  const { t } = useTexts();
  const { step, viewerActions } = progress;
  const start = useAction(startDocument, (data) => data.startStep);
  const complete = useAction(completeDocument, (data) => data.completeStep);
  const handIn = useAction(handInDocument, (data) => data.handInStep);
  const input = { enrolmentId, stepId: step.id };
  const isReflection = step.kind === 'REFLECT';
  return (
    <>
      {isReflection && viewerActions.includes('COMPLETE') && (
        <WordsForm
          keptAs={`reflection.${step.id}`}
          name="reflection"
          label={t('path.reflection')}
          hint={t('path.reflectionHint')}
          submitLabel={t('path.complete.REFLECT')}
          rows={6}
          onSend={(reflection) => complete({ input: { ...input, reflection } })}
          onDone={onChange}
        />
      )}
      {viewerActions.includes('SUBMIT') && (
        <WordsForm
          keptAs={`work.${step.id}`}
          name="words"
          label={t('path.work')}
          hint={t('path.workHint')}
          submitLabel={t('path.handIn')}
          rows={10}
          onSend={(words) => handIn({ input: { ...input, words } })}
          onDone={onChange}
        />
      )}
      {!isReflection && (
        <Cluster>
          <ActionButton
            viewerActions={viewerActions}
            action="START"
            label={t('path.start')}
            onRun={() => start({ input })}
            onDone={onChange}
          />
          <ActionButton
            viewerActions={viewerActions}
            action="COMPLETE"
            look="primary"
            label={t(`path.complete.${step.kind}`)}
            onRun={() => complete({ input })}
            onDone={onChange}
          />
        </Cluster>
      )}
    </>
  );
}
