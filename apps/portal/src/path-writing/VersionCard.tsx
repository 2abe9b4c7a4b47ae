import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import {
  publishVersionDocument,
  retireVersionDocument,
  sendBackVersionDocument,
  submitVersionDocument,
  type WrittenVersion,
} from './writing-documents.js';

const tones = { DRAFT: 'neutral', IN_REVIEW: 'warn', PUBLISHED: 'good', RETIRED: 'neutral' } as const;

type VersionCardProps = { readonly version: WrittenVersion; readonly onChange: () => void };

/** One version as it would be published, and what the viewer may decide about it. */
export function VersionCard({ version, onChange }: VersionCardProps): ReactElement {
  const { t } = useTexts();
  const { status, steps, prerequisites } = version;
  const titles = prerequisites.flatMap(({ path }) => (path ? [path.title] : []));
  return (
    <Card as="article">
      <Cluster>
        <h2>{t('writing.version', { version: version.version })}</h2>
        <StatusBadge tone={tones[status]}>{t(`versionStatus.${status}`)}</StatusBadge>
      </Cluster>
      {titles.length > 0 && <SoftText>{t('writing.asksFirst', { paths: titles.join(', ') })}</SoftText>}
      <ol>
        {steps.map((step) => (
          <li key={step.id}>
            {step.title}{' '}
            <SoftText isSmall>
              {t(`stepKind.${step.kind}`)}
              {step.requires.length > 0 && ` · ${t('writing.after', { steps: step.requires.join(', ') })}`}
            </SoftText>
            {step.kind === 'QUIZ' &&
              (step.quiz ? (
                <Link to="/learning/quiz/$quizId/edit" params={{ quizId: step.quiz.id }}>
                  {t('writing.questions')}
                </Link>
              ) : (
                <Link to="/learning/quiz/for/$stepId" params={{ stepId: step.id }}>
                  {t('writing.questions')}
                </Link>
              ))}
            {step.guidance && <SoftText isSmall>{step.guidance}</SoftText>}
            {step.rubric.length > 0 && (
              <ul>
                {step.rubric.map((criterion) => (
                  <li key={criterion}>{criterion}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <VersionActions version={version} onChange={onChange} />
    </Card>
  );
}

function VersionActions({ version: { id, viewerActions }, onChange }: VersionCardProps): ReactElement {
  const { t } = useTexts();
  const submit = useAction(submitVersionDocument, (data) => data.submitPathVersion);
  const sendBack = useAction(sendBackVersionDocument, (data) => data.sendBackPathVersion);
  const publish = useAction(publishVersionDocument, (data) => data.publishPathVersion);
  const retire = useAction(retireVersionDocument, (data) => data.retirePathVersion);
  const input = { pathVersionId: id };
  const common = { viewerActions, onDone: onChange };
  const sure = (name: 'publish' | 'retire') => ({
    title: t(`writing.${name}Title`),
    body: t(`writing.${name}Body`),
    label: t(`writing.${name}`),
  });
  return (
    <Cluster>
      <ActionButton {...common} action="SUBMIT" label={t('writing.submit')} onRun={() => submit({ input })} />
      <ActionButton
        {...common}
        action="PUBLISH"
        look="primary"
        label={t('writing.publish')}
        confirm={sure('publish')}
        onRun={() => publish({ input })}
      />
      <ActionButton {...common} action="SEND_BACK" label={t('writing.sendBack')} onRun={() => sendBack({ input })} />
      <ActionButton
        {...common}
        action="RETIRE"
        look="quiet"
        label={t('writing.retire')}
        confirm={sure('retire')}
        onRun={() => retire({ input })}
      />
    </Cluster>
  );
}
