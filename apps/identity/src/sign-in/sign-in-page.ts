import type { Page } from './page.js';
import { html } from './page.js';
import type { PageLanguage } from './page-language.js';
import { chineseDescriptions, pageTexts } from './page-texts.js';

/** A person anybody may sign in as: invented, never real. */
export type DemoPerson = { readonly subject: string; readonly displayName: string; readonly description: string };

/** What the sign-in page shows, and where its form may lead. */
export type SignInPageOptions = {
  readonly language: PageLanguage;
  readonly appName: string;
  readonly people: readonly DemoPerson[];
  readonly formOrigins: readonly string[];
};

/** The page of cards, one button per person, so that it needs no script, no typing and no mouse. */
export function createSignInPage({ language, appName, people, formOrigins }: SignInPageOptions): Page {
  const texts = pageTexts[language];
  const cards = people.map(({ subject, displayName, description }) => {
    const does = language === 'zh-CN' ? (chineseDescriptions[subject] ?? description) : description;
    const initial = [...displayName][0] ?? '';
    return html`<li>
      <button class="person" name="subject" value="${subject}">
        <span class="initial" aria-hidden="true">${initial}</span
        ><span><span class="name">${displayName}</span><span class="does">${does}</span></span>
      </button>
    </li> `;
  });
  const body = html`<h1>${texts.title}</h1>
    <p class="lead">${texts.lead(appName)}</p>
    <p class="note"><strong>${texts.demo}</strong>${texts.demoNote}</p>
    <form method="post" autocomplete="off">
      <ul aria-label="${texts.people}">
        ${cards}
      </ul>
      <div class="actions"><button class="action" name="cancel" value="yes">${texts.cancel}</button></div>
    </form>`;
  return { language, title: texts.title, body, formOrigins };
}

/** A page that says in one sentence what went wrong, and never why in the machine. */
export function createProblemPage(language: PageLanguage, sentence: string): Page {
  const texts = pageTexts[language];
  const body = html`<h1>${texts.problemTitle}</h1>
    <p class="lead">${sentence}</p>
    <p>${texts.problemLead}</p>`;
  return { language, title: texts.problemTitle, body };
}
