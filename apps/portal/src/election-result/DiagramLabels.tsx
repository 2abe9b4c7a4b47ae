import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { CountedCandidate, CountModel } from './count-model.js';
import styles from './diagram.module.css';
import type { Orientation } from './ribbon-path.js';
import { shorten } from './shorten.js';
import type { Lane, TransferPicture } from './transfer-layout.js';
import { useCountWords } from './use-count-words.js';

type LabelsProps = {
  readonly picture: TransferPicture;
  readonly count: CountModel;
  readonly orientation: Orientation;
};

const marks = { ELECTED: '✓', EXCLUDED: '✕', LEFT: '–' } as const;
const nameLetters = 22;
const lettersPerUnit = 1 / 6.1;

/** The names of lanes and stages, and what became of everybody; numbers alone where the picture goes downwards. */
export function DiagramLabels({ picture, count, orientation }: LabelsProps): ReactElement {
  return orientation.isUpright ? (
    <UprightLabels {...{ picture, count }} />
  ) : (
    <WideLabels {...{ picture, count, orientation }} />
  );
}

const blockOf = (picture: TransferPicture, lane: Lane, at: 'first' | 'last') => {
  const blocks = picture.blocks.filter(({ holder }) => holder === lane.holder);
  return at === 'first' ? blocks[0] : blocks.at(-1);
};

function WideLabels({ picture, count }: LabelsProps): ReactElement {
  const { t } = useTexts();
  const { nameOf, headOf } = useCountWords(count);
  const fates = new Map(count.candidates.map(({ id, fate }) => [id, fate]));
  const step = count.stages.length > 1 ? (picture.along - picture.depth) / (count.stages.length - 1) : 140;
  return (
    <>
      {count.stages.map((stage, index) => (
        <g key={stage.number} transform={`translate(${index * step + picture.depth / 2} 0)`}>
          <text className={styles.stage} y={-34} textAnchor="middle">
            {t('electionResult.stage', { number: stage.number })}
          </text>
          <text className={styles.what} y={-17} textAnchor="middle">
            {shorten(headOf(stage), Math.floor((step - 10) * lettersPerUnit))}
          </text>
        </g>
      ))}
      {picture.lanes.map((lane) => {
        const fate = lane.holder === undefined ? undefined : fates.get(lane.holder);
        const middle = lane.start + Math.min(lane.size, blockOf(picture, lane, 'first')?.size ?? lane.size) / 2;
        const near = Math.max(lane.start + 11, middle);
        return (
          <g key={lane.holder ?? ''}>
            <text className={styles.name} x={-12} y={near} textAnchor="end" dominantBaseline="middle">
              {shorten(nameOf(lane.holder), nameLetters)}
            </text>
            {fate && (
              <text
                className={styles.fate}
                data-fate={fate.kind}
                x={picture.along + 10}
                y={Math.max(lane.start + 11, lane.start + (blockOf(picture, lane, 'last')?.size ?? 0) / 2)}
                dominantBaseline="middle"
              >
                {`${marks[fate.kind]} ${t(`electionResult.fateShort.${fate.kind}`, { stage: fate.stage })}`}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function UprightLabels({ picture, count }: Omit<LabelsProps, 'orientation'>): ReactElement {
  const step = count.stages.length > 1 ? (picture.along - picture.depth) / (count.stages.length - 1) : 0;
  const people: ReadonlyMap<string, CountedCandidate> = new Map(count.candidates.map((one) => [one.id, one]));
  return (
    <>
      {count.stages.map(({ number }, index) => (
        <text
          key={number}
          className={styles.stage}
          x={-14}
          y={index * step + picture.depth / 2}
          textAnchor="middle"
          dominantBaseline="middle"
        >
          {number}
        </text>
      ))}
      {picture.lanes.map((lane, place) => {
        const fate = lane.holder === undefined ? undefined : people.get(lane.holder)?.fate;
        const middle = lane.start + lane.size / 2;
        return (
          <g key={lane.holder ?? ''}>
            <text className={styles.name} x={middle} y={-12} textAnchor="middle">
              {letterOf(lane.holder === undefined ? -1 : place)}
            </text>
            {fate && (
              <text className={styles.fate} data-fate={fate.kind} x={middle} y={picture.along + 18} textAnchor="middle">
                {marks[fate.kind]}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** What stands for a lane where there is no room for a name; a dash for what nobody could be given. */
export function letterOf(place: number): string {
  return place < 0 ? '–' : String.fromCodePoint(65 + (place % 26));
}
