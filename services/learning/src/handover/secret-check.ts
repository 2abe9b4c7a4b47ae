/*
 * Whether a text seems to hold a way into an account. A handover says who owns what; a secret in it would be read by
 * everybody who may read it, and stay in copies of the database. A guess on the safe side: a refusal says what to write instead.
 */

/** Words that announce a secret, followed by something that could be one. */
const announced = [
  /\b(?:pass(?:word|code|phrase|wd)?|pwd|pin(?:\s?code)?|client\s+secret|api[\s_-]?key|access[\s_-]?token|recovery\s+codes?)\b\s*(?:is|are|=|:|：|->|→)\s*["'“”‘’「]?[^\s"'“”]{3,}/iu,
  /(?:密码|密碼|口令|暗号|验证码|驗證碼|密钥|密鑰|秘钥)\s*(?:是|为|為|=|:|：)\s*["'“”‘’「]?[^\s"'“”]{2,}/u,
  /\b(?:password|passcode|pwd|pin)\s+\S*\d\S*/iu,
];

/** Forms that only keys have. */
const keys = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/u,
  /(?:^|\s)otpauth:\/\//iu,
  /\b(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{8,}/u,
  /\b(?:ghp|gho|ghs|github_pat|glpat|xox[a-s])[_-][A-Za-z0-9_-]{10,}/u,
  /\bAKIA[0-9A-Z]{16}\b/u,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\./u,
  /\/\/[^\s/:@]+:[^\s/@]+@/u,
];

/** Whether the text seems to hold a password, a key, a card number or another secret. */
export function looksLikeSecret(text: string): boolean {
  const plain = text.normalize('NFKC');
  if (keys.some((pattern) => pattern.test(plain))) return true;
  if (announced.some((pattern) => pattern.test(plain)) && !isWhereabouts(plain)) return true;
  return plain.split(/[\s,;，；、。]+/u).some(looksLikePassword) || holdsCardNumber(plain);
}

/** "The password is with Omar" says who has it; that is what a handover is for. */
function isWhereabouts(text: string): boolean {
  const rest = text
    .replaceAll(
      /\b(?:password|passcode|pin|secret|api[\s_-]?key)\b\s*(?:is|are|:)\s*(?:with|in|at|on|by|known|kept|held|owned|changed|reset|sent|shared|stored|to\s+be|not|never|only|your\s+own|their\s+own|the\s+one)\b/giu,
      ' ',
    )
    .replaceAll(/(?:密码|口令|密钥)\s*(?:是|为|:|：)?\s*(?:由|在|归|请向|向|问|联系|找|已|不|存放|保存)/gu, ' ');
  return !announced.some((pattern) => pattern.test(rest));
}

const classes = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^A-Za-z0-9\s]/u];
const switchShare = 0.55;

/** A stretch of at least eight characters mixing letters, digits and signs as made-up passwords do; signs that join words do not count. */
function looksLikePassword(word: string): boolean {
  if (isAddress(word)) return false;
  return word.split(/[-/.:'’&()"“”「」『』[\]+_]+|[!?！？]+$/u).some((part) => {
    if (part.length < 8 || part.length > 128 || !/^[\x21-\x7e]+$/u.test(part)) return false;
    const mixed = classes.filter((one) => one.test(part)).length;
    const isAlphanumeric = mixed === 3 && /^[A-Za-z0-9]+$/u.test(part);
    return mixed === 4 || (isAlphanumeric && switches(part) / (part.length - 1) > switchShare);
  });
}

/** How often letters turn into digits and small into capital letters: seldom in names and codes, often in secrets. */
function switches(word: string): number {
  const kinds = Array.from(word, (character) => classes.findIndex((one) => one.test(character)));
  return kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
}

function isAddress(word: string): boolean {
  if (/^[^@\s]+@[\w.-]+\.[a-z]{2,}$/iu.test(word) || /^[@#]\w+$/u.test(word)) return true;
  return /^(?:https?:\/\/|www\.)/iu.test(word) || /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/u.test(word);
}

/** A run of 13 to 19 digits with a right check digit, as payment cards have. */
function holdsCardNumber(text: string): boolean {
  const runs = text.match(/(?:\d[ -]?){12,18}\d/gu) ?? [];
  return runs.map((run) => run.replaceAll(/\D/gu, '')).some(hasCheckDigit);
}

/** Twice the digit, as the sum of its digits. */
function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}

function hasCheckDigit(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? digit : doubled(digit)))
    .reduce((total, digit) => total + digit, 0);
  return sum % 10 === 0;
}
