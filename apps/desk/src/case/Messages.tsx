import { DateTimeText, SoftText, Stack, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { MessageTextFragment } from '../generated/case/graphql.js';

/** Messages to show, and how the student wants to be called. */
export type MessagesProps = { readonly nodes: readonly MessageTextFragment[]; readonly student: string };

/** Who said what and when, in the order given. */
export function Messages({ nodes, student }: MessagesProps): ReactElement {
  const { t } = useTexts();
  return (
    <Stack>
      {nodes.map(({ id, author, body, sentAt }) => (
        <article key={id}>
          <SoftText isSmall>
            <strong>
              {author === 'STUDENT'
                ? student
                : t(author === 'REPRESENTATIVE' ? 'message.representative' : 'message.you')}
            </strong>
            {' · '}
            <DateTimeText instant={sentAt} />
          </SoftText>
          <p>{body ?? t('case.erasedWords')}</p>
        </article>
      ))}
    </Stack>
  );
}
