import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { usePlaceParam } from '../parts/use-place.js';
import {
  draftDocument,
  editDocument,
  questionsDocument,
  type QuizWithQuestions,
  type ShownVersion,
} from './edit-documents.js';
import { draftFrom, toInput } from './quiz-draft.js';
import { QuizForm } from './QuizForm.js';
import { VersionActions } from './VersionActions.js';
import { WrittenQuestions } from './WrittenQuestions.js';

export { words } from './words.js';

/** The questions of a quiz, for whoever writes and reviews them. */
export function QuizEditPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(questionsDocument, { id: usePlaceParam('quizId') });
  const quiz = query.data?.quiz;
  return (
    <Page title={t('quizEdit.title')} lead={quiz?.title ?? undefined}>
      <QueryView
        query={query}
        skeleton={<Skeleton height="26rem" />}
        isEmpty={({ quiz: shown }) => shown === null || shown === undefined}
        empty={<EmptyState title={t('quiz.missing')}>{t('quiz.missingLead')}</EmptyState>}
      >
        {({ quiz: shown }) => shown && <Versions quiz={shown} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}

type VersionsProps = { readonly quiz: QuizWithQuestions; readonly onChange: () => void };

function Versions({ quiz, onChange }: VersionsProps): ReactElement {
  const { t } = useTexts();
  const newestFirst = [...quiz.versions].reverse();
  return (
    <Stack>
      <Cluster>
        <Link to="/learning/quiz/$quizId" params={{ quizId: quiz.id }}>
          {t('quiz.toQuiz')}
        </Link>
      </Cluster>
      <NextVersion quiz={quiz} onChange={onChange} />
      {newestFirst.map((version) => (
        <Version key={version.id} version={version} onChange={onChange} />
      ))}
    </Stack>
  );
}

/** Carries the newest version on into the next one. */
function NextVersion({ quiz, onChange }: VersionsProps): ReactElement | null {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const send = useAction(draftDocument, (data) => data.draftQuizVersion);
  const newest = quiz.versions.at(-1);
  const steps = (quiz.path?.versions ?? []).flatMap((version) => version.steps);
  const stepId = steps.findLast((step) => step.quiz?.id === quiz.id)?.id;
  if (!quiz.viewerActions.includes('DRAFT_VERSION') || newest === undefined || stepId === undefined) return null;
  if (!isOpen)
    return (
      <Cluster>
        <Button look="primary" onPress={() => setOpen(true)}>
          {t('quizEdit.next')}
        </Button>
      </Cluster>
    );
  return (
    <QuizForm
      initial={draftFrom(newest)}
      onSave={(draft) => send({ input: { stepId, ...toInput(draft) } })}
      onSaved={() => {
        setOpen(false);
        onChange();
      }}
    />
  );
}

type VersionProps = { readonly version: ShownVersion; readonly onChange: () => void };

function Version({ version, onChange }: VersionProps): ReactElement {
  const { t } = useTexts();
  const edit = useAction(editDocument, (data) => data.editQuizVersion);
  const isEditable = version.viewerActions.includes('EDIT');
  return (
    <Card>
      <Cluster>
        <h2>{t('quizEdit.version', { number: version.version })}</h2>
        <StatusBadge tone={version.status === 'PUBLISHED' ? 'good' : 'neutral'}>
          {t(`quizEdit.status.${version.status}`)}
        </StatusBadge>
      </Cluster>
      {isEditable ? (
        <QuizForm
          initial={draftFrom(version)}
          onSave={(draft) => edit({ input: { quizVersionId: version.id, ...toInput(draft) } })}
          onSaved={onChange}
        />
      ) : (
        <WrittenQuestions version={version} />
      )}
      <VersionActions version={version} onChange={onChange} />
    </Card>
  );
}
