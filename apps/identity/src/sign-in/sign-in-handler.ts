import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { Page } from './page.js';
import { pageHeaders, renderPage } from './page.js';
import { choosePageLanguage } from './page-language.js';
import { pageTexts } from './page-texts.js';
import type { DemoPerson } from './sign-in-page.js';
import { createProblemPage, createSignInPage } from './sign-in-page.js';

/** Where sign-in pages live; the id of the sign-in follows. */
export const signInPath = '/sign-in/';

/** The provider that waits for the person, and the people there are to choose from. */
export type SignInHandlerOptions = { readonly provider: Provider; readonly people: readonly DemoPerson[] };

/** Answers one request for a sign-in page. */
export type SignInHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

const largestBodyBytes = 4_096;

/**
 * Shows the people on GET and signs one of them in on POST. A page belongs to the browser that began the sign-in: its cookie is
 * SameSite=Lax, so no other site can post the choice for it.
 */
export function createSignInHandler({ provider, people }: SignInHandlerOptions): SignInHandler {
  const show = async (request: IncomingMessage, response: ServerResponse, interaction: Interaction): Promise<void> => {
    const client = await provider.Client.find(String(interaction.params['client_id']));
    const formOrigins = originsOf(interaction.params['redirect_uri']);
    const language = choosePageLanguage(request.headers['accept-language']);
    sendPage(
      response,
      200,
      createSignInPage({ language, appName: client?.clientName ?? 'Guildhall', people, formOrigins }),
    );
  };

  const choose = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = await readForm(request);
    if (form === undefined) return sendProblem(request, response, 413, 'problemLead');
    if (form.has('cancel')) {
      const refusal = { error: 'access_denied', error_description: 'The person went back without signing in.' };
      return provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false });
    }
    const person = people.find(({ subject }) => subject === form.get('subject'));
    if (person === undefined) return sendProblem(request, response, 400, 'unknownPerson');
    return provider.interactionFinished(
      request,
      response,
      { login: { accountId: person.subject } },
      { mergeWithLastSubmission: false },
    );
  };

  return async (request, response) => {
    try {
      const interaction = await provider.interactionDetails(request, response);
      const asked = request.url?.slice(signInPath.length).split('?')[0];
      if (interaction.uid !== asked) return sendProblem(request, response, 400, 'expired');
      if (request.method === 'GET') return await show(request, response, interaction);
      if (request.method === 'POST') return await choose(request, response);
      response.setHeader('allow', 'GET, POST');
      return sendProblem(request, response, 405, 'problemLead');
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      return sendProblem(request, response, 400, 'expired');
    }
  };
}

/** Sends a whole page with its headers. */
export function sendPage(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, pageHeaders(page)).end(renderPage(page));
}

/** Sends a page that says what went wrong in the reader's language. */
export function sendProblem(
  request: IncomingMessage,
  response: ServerResponse,
  ...[status, sentence]: [number, 'expired' | 'unknownPerson' | 'problemLead']
): void {
  const language = choosePageLanguage(request.headers['accept-language']);
  sendPage(response, status, createProblemPage(language, pageTexts[language][sentence]));
}

/** The origin of a redirect URI the provider has already accepted. */
function originsOf(redirectUri: unknown): readonly string[] {
  const url = typeof redirectUri === 'string' ? URL.parse(redirectUri) : null;
  return url === null ? [] : [url.origin];
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > largestBodyBytes) return undefined;
  }
  return new URLSearchParams(text);
}
