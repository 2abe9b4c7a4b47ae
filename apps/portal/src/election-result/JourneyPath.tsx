import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { CountModel } from './count-model.js';
import { sayWorth } from './format-votes.js';
import styles from './journey.module.css';
import { layOutJourney } from './journey-layout.js';
import type { JourneyStory } from './journey-story.js';
import { shorten } from './shorten.js';
import { useCountWords } from './use-count-words.js';

type PathProps = { readonly count: CountModel; readonly story: JourneyStory };

const [rowHeight, head, side, thickest, roomAfter] = [58, 30, 14, 13, 16];
const wanted = 330;
const [stepMin, stepMax] = [34, 120];

/** The way of a vote drawn as a path that becomes thinner with what it is worth. The sentences beside it say the same. */
export function JourneyPath({ count, story }: PathProps): ReactElement {
  const { t, language } = useTexts();
  const { nameOf } = useCountWords(count);
  const stages = count.stages.length;
  const step = Math.min(stepMax, Math.max(stepMin, wanted / Math.max(1, stages - 1)));
  const { rows, stretches, bends } = layOutJourney(story, stages);
  const x = (stage: number): number => side + (stage - 1) * step;
  const y = (row: number): number => head + row * rowHeight + 34;
  const width = x(stages) + side + roomAfter;
  const thick = (value: number): number => Math.max(2, value * thickest);
  return (
    <div className={styles.scroll} role="region" aria-label={t('electionResult.journeyLabel')} tabIndex={0}>
      <svg
        className={styles.path}
        viewBox={`0 0 ${width} ${y(rows.length - 1) + 24}`}
        style={{ minWidth: `${width * 0.9}px`, maxWidth: `${width * 1.35}px` }}
        role="img"
        aria-label={t('electionResult.journeyLabel')}
      >
        {count.stages.map(({ number }) => (
          <g key={number}>
            <line className={styles.grid} x1={x(number)} x2={x(number)} y1={head - 6} y2={y(rows.length - 1) + 16} />
            <text className={styles.stage} x={x(number)} y={head - 12} textAnchor="middle">
              {number}
            </text>
          </g>
        ))}
        {stretches.map(({ row, fromStage, toStage, value, hasStayed }) => (
          <line
            key={`${row}-${hasStayed}`}
            className={hasStayed ? styles.stayed : styles.line}
            x1={x(fromStage)}
            x2={Math.max(x(toStage), x(fromStage) + 0.1) + (toStage === stages ? roomAfter : 0)}
            y1={y(row)}
            y2={y(row)}
            strokeWidth={thick(value)}
          />
        ))}
        {bends.map(({ fromRow, toRow, stage, value }) => {
          const [from, to] = [x(stage - 1), x(stage)];
          const middle = (from + to) / 2;
          return (
            <path
              key={stage}
              className={styles.line}
              d={`M${from} ${y(fromRow)}C${middle} ${y(fromRow)} ${middle} ${y(toRow)} ${to} ${y(toRow)}`}
              strokeWidth={thick(value)}
            />
          );
        })}
        {story.legs.map(({ stage, holder, value }, row) => {
          const isLate = x(stage) > width / 2;
          return (
            <g key={stage}>
              <circle className={styles.dot} cx={x(stage)} cy={y(row)} r={6.5} />
              <text
                className={styles.name}
                x={isLate ? x(stage) + 8 : x(stage) - 7}
                y={y(row) - 14}
                textAnchor={isLate ? 'end' : 'start'}
              >
                {`${shorten(nameOf(holder), 24)} · ${sayWorth(value, language)}`}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
