import type { ReactElement } from 'react';
import {
  ActionButton,
  Cluster,
  fromCampusInput,
  TextAreaField,
  TextField,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { ModerationActions } from './ModerationActions.js';
import { editPostDocument, mutePostDocument, pinPostDocument, withdrawPostDocument } from './post-actions.js';
import type { ShownPost } from './post-documents.js';
import { AskToRaise } from './AskToRaise.js';
import { RaiseIdea } from './RaiseIdea.js';

type Props = { readonly post: ShownPost; readonly onChange: () => void };

/** What the viewer may do to a post. */
export function PostActions({ post, onChange }: Props): ReactElement | null {
  const { viewerActions } = post;
  const shared = { post, onChange };
  if (viewerActions.length === 0) return null;
  return (
    <Cluster>
      <RaiseIdea post={post} viewerActions={viewerActions} />
      <AskToRaise {...shared} />
      <OwnActions {...shared} />
      <Pin {...shared} />
      <ModerationActions kind="POST" id={post.id} viewerActions={viewerActions} onDone={onChange} />
    </Cluster>
  );
}

function OwnActions({ post, onChange }: Props): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawPostDocument, (data) => data.withdrawPost);
  const edit = useAction(editPostDocument, (data) => data.editPost);
  const shared = { viewerActions: post.viewerActions, onDone: onChange };
  return (
    <>
      <FormAction
        {...shared}
        action="EDIT"
        look="quiet"
        label={t('talk.edit')}
        initial={{ body: post.body }}
        onRun={({ body }) => edit({ input: { postId: post.id, body, language: post.language } })}
      >
        <TextAreaField name="body" label={t('posts.body')} rows={4} />
      </FormAction>
      <ActionButton
        {...shared}
        action="WITHDRAW"
        look="danger"
        label={t('posts.withdraw')}
        confirm={{ title: t('posts.withdrawTitle'), body: t('posts.withdrawBody'), label: t('posts.withdraw') }}
        onRun={() => withdraw({ input: { postId: post.id } })}
      />
    </>
  );
}

/** Stops telling the viewer of further replies to a post, or begins again. */
export function MuteAction({ post, onChange }: Props): ReactElement {
  const { t } = useTexts();
  const mute = useAction(mutePostDocument, (data) => data.mutePost);
  return (
    <ActionButton
      viewerActions={post.viewerActions}
      action="MUTE"
      look="quiet"
      label={t(post.isMuted ? 'talk.unmute' : 'talk.mute')}
      onRun={() => mute({ input: { postId: post.id, muted: !post.isMuted } })}
      onDone={onChange}
    />
  );
}

function Pin({ post, onChange }: Props): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const pin = useAction(pinPostDocument, (data) => data.pinPost);
  const shared = { viewerActions: post.viewerActions, onDone: onChange };
  return (
    <>
      <FormAction
        {...shared}
        action="PIN"
        label={t('talk.pin')}
        lead={t('talk.pinLead')}
        initial={{ until: '' }}
        // Without a time the graph names the field, as it does for one that is too far away.
        onRun={({ until }) =>
          pin({ input: { postId: post.id, until: fromCampusInput(until, campusZone) ?? new Date(0).toISOString() } })
        }
      >
        <TextField name="until" type="datetime-local" label={t('talk.pinUntil')} hint={t('talk.pinHint')} />
      </FormAction>
      <ActionButton
        {...shared}
        action="UNPIN"
        label={t('talk.unpin')}
        onRun={() => pin({ input: { postId: post.id } })}
      />
    </>
  );
}
