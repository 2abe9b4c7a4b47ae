import type { ReactElement } from 'react';
import { Card, SoftText, useTexts } from '@guildhall/ui';
import styles from './result.module.css';
import type { CountedContest } from './result-documents.js';

/** How many took part, and how many of each faculty where that tells nothing of a single person. */
export function TurnoutCard({ contest }: { readonly contest: CountedContest }): ReactElement | null {
  const { t, language } = useTexts();
  const { turnout, result, election } = contest;
  if (!turnout) return null;
  const parts = result.turnoutParts;
  const number = (figure: number): string => figure.toLocaleString(language);
  return (
    <Card>
      <h2>{t('electionResult.turnoutTitle')}</h2>
      <p>
        {t('electionResult.turnoutSaid', {
          cast: number(turnout.cast),
          electorate: number(turnout.electorate),
          percent: sayPercent(turnout, language),
        })}
      </p>
      {parts.length > 0 && (
        <table className={styles.turnout}>
          <caption>{t('electionResult.turnoutByFaculty')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('electionResult.faculty')}</th>
              <th scope="col">{t('electionResult.shareVoted')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.faculty}>
                <th scope="row">{part.faculty}</th>
                <td>
                  <span className={styles.barHead}>
                    <span>{sayPercent(part, language)}</span>
                    <span className={styles.soft}>
                      {t('electionResult.castOf', { cast: number(part.cast), electorate: number(part.electorate) })}
                    </span>
                  </span>
                  <span className={styles.track} aria-hidden="true">
                    <span className={styles.fill} style={{ width: `${shareOfPart(part) * 100}%` }} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SoftText isSmall>
        {t(parts.length > 0 ? 'electionResult.partsLeftOut' : 'electionResult.noParts', {
          count: election.rules.partFrom,
        })}
      </SoftText>
    </Card>
  );
}

type Part = { readonly cast: number; readonly electorate: number };

const shareOfPart = ({ cast, electorate }: Part): number => (electorate === 0 ? 0 : cast / electorate);

function sayPercent(part: Part, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(shareOfPart(part));
}
