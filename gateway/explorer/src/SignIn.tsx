import type { SubmitEvent } from 'react';
import { cleanToken, summariseToken } from './token.js';

type SignInProps = { readonly token: string; readonly onToken: (token: string) => void };

/** The strip above the editor: paste a bearer token, see who it is for, forget it. */
export function SignIn({ token, onToken }: SignInProps) {
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const pasted = new FormData(event.currentTarget).get('token');
    if (typeof pasted === 'string') onToken(cleanToken(pasted));
    event.currentTarget.reset();
  };
  return (
    <header className="sign-in">
      <strong>Guildhall explorer</strong>
      <form onSubmit={submit}>
        <label htmlFor="token">Bearer token</label>
        <input
          id="token"
          name="token"
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder="paste a token"
        />
        <button type="submit">Use</button>
        {token !== '' && (
          <button type="button" onClick={() => onToken('')}>
            Forget
          </button>
        )}
      </form>
      <output>{describe(token)}</output>
      <span className="hint">
        A token for a demo person: <code>npm run --silent token -- ada</code>
      </span>
    </header>
  );
}

function describe(token: string): string {
  if (token === '') return 'Asking anonymously';
  const summary = summariseToken(token);
  if (!summary) return 'This is not a token the explorer can read';
  const until = summary.expiresAt ? ` until ${summary.expiresAt.toLocaleTimeString()}` : '';
  return `Asking as ${summary.holder}${until}`;
}
