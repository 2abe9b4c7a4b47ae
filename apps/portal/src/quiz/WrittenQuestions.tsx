import type { ReactElement } from 'react';
import { SoftText, Stack, useTexts } from '@guildhall/ui';
import type { ShownVersion, WrittenQuestion } from './edit-documents.js';
import styles from './quiz.module.css';

/** The questions of a version as they stand, with their right answers and how members did, in numbers that tell of nobody. */
export function WrittenQuestions({ version }: { readonly version: ShownVersion }): ReactElement {
  const { t } = useTexts();
  if (!version.questions) return <p>{t('quizEdit.hidden')}</p>;
  return (
    <Stack gap="small">
      <SoftText>
        {t('quizEdit.rulesOf', {
          draw: version.drawCount,
          count: version.questions.length,
          percent: version.passPercent,
        })}
      </SoftText>
      <ol>
        {version.questions.map((question) => (
          <li key={question.id}>
            <span lang={version.language}>
              <strong>{question.prompt}</strong> <RightAnswer question={question} />
            </span>
            <SoftText isSmall>
              {t(`quizEdit.kinds.${question.kind}`)} · <Figures question={question} />
            </SoftText>
          </li>
        ))}
      </ol>
    </Stack>
  );
}

function RightAnswer({ question }: { readonly question: WrittenQuestion }): ReactElement {
  const { t } = useTexts();
  const { kind, choices, number, unit, accepted } = question;
  if (kind === 'TRUE_FALSE') return <>{t(choices[0]?.isRight === true ? 'quiz.true' : 'quiz.false')}</>;
  if (kind === 'NUMERIC')
    return (
      <>
        {number} {unit}
      </>
    );
  if (kind === 'SHORT_TEXT') return <>{accepted.join(' / ')}</>;
  if (kind === 'ORDERING') return <>{choices.map(({ text }) => text).join(' → ')}</>;
  return (
    <ul className={styles.order}>
      {choices.map(({ text, isRight }) => (
        <li key={text}>
          {isRight ? '✓' : '–'} {text}
        </li>
      ))}
    </ul>
  );
}

function Figures({ question: { figures } }: { readonly question: WrittenQuestion }): ReactElement {
  const { t } = useTexts();
  const { answered, right } = figures;
  if (answered.value == null) return <>{t('quizEdit.tooFew')}</>;
  const share = right.value == null ? t('quizEdit.shareHidden') : t('quizEdit.wereRight', { count: right.value });
  return (
    <>
      {t('quizEdit.answered', { count: answered.value })}, {share}
    </>
  );
}
