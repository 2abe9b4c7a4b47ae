import type { ReactElement } from 'react';
import { Button, IconButton, Stack, useTexts } from '@guildhall/ui';
import type { AnswerControlProps } from './AnswerControl.js';
import { moved } from './given.js';
import styles from './quiz.module.css';

/** Things to put in order, by buttons that anybody can press; the order shown first is no answer until it is kept. */
export function OrderControl({ asked: { choices, language }, given, onGive }: AnswerControlProps): ReactElement {
  const { t } = useTexts();
  const isKept = given.choices.length === choices.length;
  const order = isKept ? given.choices : choices.map(({ place }) => place);
  const textOf = (place: number): string => choices.find((choice) => choice.place === place)?.text ?? '';
  const move = (index: number, by: -1 | 1): void => onGive({ ...given, choices: moved(order, index, by) });
  return (
    <Stack gap="small">
      <ol className={styles.order}>
        {order.map((place, index) => (
          <li key={place} className={styles.item}>
            <span lang={language ?? undefined}>
              {index + 1}. {textOf(place)}
            </span>
            <span className={styles.itemButtons}>
              {index > 0 && (
                <IconButton
                  icon="up"
                  label={t('quiz.moveUp', { item: textOf(place) })}
                  onPress={() => move(index, -1)}
                />
              )}
              {index < order.length - 1 && (
                <IconButton
                  icon="down"
                  label={t('quiz.moveDown', { item: textOf(place) })}
                  onPress={() => move(index, 1)}
                />
              )}
            </span>
          </li>
        ))}
      </ol>
      {!isKept && (
        <div>
          <Button onPress={() => onGive({ ...given, choices: order })}>{t('quiz.keepOrder')}</Button>
        </div>
      )}
    </Stack>
  );
}
