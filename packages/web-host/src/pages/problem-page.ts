import type { Visit } from '../answer.js';
import { problemStyle, problemStylePath } from './problem-style.js';

/** What went wrong with a sign-in, as far as the person can do something about it. */
export type SignInProblem = 'cancelled' | 'expired' | 'unreachable';

type Texts = Readonly<Record<SignInProblem | 'title' | 'again' | 'home', string>>;

const english: Texts = {
  title: 'You are not signed in',
  cancelled: 'You went back without signing in. Nothing was changed.',
  expired: 'This sign-in took too long or was begun in another window. Please begin again.',
  unreachable: 'The sign-in service cannot be reached just now. Please try again in a minute.',
  again: 'Sign in again',
  home: 'Go to the start page',
};

const chinese: Texts = {
  title: '您尚未登录',
  cancelled: '您未登录就返回了。没有任何更改。',
  expired: '本次登录耗时过长，或是在另一个窗口中开始的。请重新登录。',
  unreachable: '暂时无法连接登录服务。请稍后再试。',
  again: '重新登录',
  home: '返回首页',
};

const statuses: Readonly<Record<SignInProblem, number>> = { cancelled: 200, expired: 400, unreachable: 503 };

/** Says in the reader's language why nobody is signed in and what to do. The page carries no script and no input of anybody's. */
export function sendProblemPage({ request, response }: Visit, problem: SignInProblem): void {
  const isChinese = /^\s*zh\b/i.test(request.headers['accept-language'] ?? '');
  const texts = isChinese ? chinese : english;
  const page = `<!doctype html>
<html lang="${isChinese ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${problemStylePath}"><title>${texts.title} · Guildhall</title></head>
<body><main><h1>${texts.title}</h1><p>${texts[problem]}</p>
<nav><a href="/auth/sign-in">${texts.again}</a><a href="/">${texts.home}</a></nav></main></body></html>
`;
  response
    .writeHead(statuses[problem], { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(page);
}

/** Sends the style of the problem page. */
export function sendProblemStyle({ response }: Visit): void {
  response
    .writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' })
    .end(problemStyle);
}
