import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Page } from './page.js';
import { html, pageHeaders, renderPage, trustedMarkup } from './page.js';
import type { PageLanguage } from './page-language.js';
import { choosePageLanguage } from './page-language.js';
import { pageTexts } from './page-texts.js';
import { createProblemPage } from './sign-in-page.js';

/** The error page of the provider: its public description, in our own layout. */
export const renderError: NonNullable<Configuration['renderError']> = (
  ctx,
  { error, error_description: description },
) => {
  answerWith(ctx, createProblemPage(languageOf(ctx), description ?? error));
};

/** Asks before signing out, because a link on any page could lead here. */
export function askToSignOut(ctx: KoaContextWithOIDC, form: string): void {
  const language = languageOf(ctx);
  const texts = pageTexts[language];
  const body = html`<h1>${texts.signOutTitle}</h1>
    <p class="lead">${texts.signOutLead}</p>
    ${trustedMarkup(form)}
    <div class="actions">
      <button class="action primary" type="submit" form="op.logoutForm" name="logout" value="yes">
        ${texts.signOut}
      </button>
      <button class="action" type="submit" form="op.logoutForm">${texts.staySignedIn}</button>
    </div>`;
  const formOrigins = (ctx.oidc.client?.postLogoutRedirectUris ?? []).map((uri) => new URL(uri).origin);
  answerWith(ctx, { language, title: texts.signOutTitle, body, formOrigins: [...new Set(formOrigins)] });
}

/** Says that the person is signed out, when no app asked for them back. */
export function saySignedOut(ctx: KoaContextWithOIDC): void {
  const language = languageOf(ctx);
  const texts = pageTexts[language];
  const body = html`<h1>${texts.signedOutTitle}</h1>
    <p class="lead">${texts.signedOutLead}</p>`;
  answerWith(ctx, { language, title: texts.signedOutTitle, body });
}

function answerWith(ctx: KoaContextWithOIDC, page: Page): void {
  ctx.set({ ...pageHeaders(page) });
  ctx.body = renderPage(page);
}

function languageOf(ctx: KoaContextWithOIDC): PageLanguage {
  return choosePageLanguage(ctx.get('accept-language'));
}
