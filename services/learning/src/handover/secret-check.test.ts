import { describe, expect, it } from '@jest/globals';
import { looksLikeSecret } from './secret-check.js';

const secrets = [
  'The password is hunter2',
  'Instagram: northbridge_drama / password: curtain-call',
  'pwd = spring24',
  'Passcode: 4711',
  'PIN 4711 for the locker',
  'the old one? password=abc123',
  '公众号密码：drama2026',
  '口令是芝麻开门',
  'Wi-Fi 密码 = 12345678',
  'Xk4#pQ9!vTz2',
  'try Tr0ub4dor&3Zebra!9',
  'aB3xK9mQ2wR7tY5u',
  // Put together here, so that nobody has to look whether these are real.
  ['ghp', '16C7e42F292c6912E7710c838347Ae178B4a'].join('_'),
  ['AKIA', 'DRAMA1DRAMA2DRAM'].join(''),
  ['-----BEGIN OPENSSH', 'PRIVATE KEY-----'].join(' '),
  'otpauth://hotp/Drama?counter=1',
  'https://drama:secret99@mail.example.org',
  'The card is 4111 1111 1111 1111',
  'API key: 9f8e7d6c5b4a',
  'ｐｉｎ：４７１１',
];

const fine = [
  'The password is with Omar, and changes in June.',
  'The password is known to the treasurer alone.',
  'Omar owns the account; ask him to make you an owner too.',
  'Mail: drama@northbridge.example, instagram.com/northbridge_drama',
  'https://docs.example.org/d/1aB2cD3eF4gH5iJ6kL7mN8oP9qR0/edit',
  'We meet in Room B-204a of the Union Hall, Sept-2026 to May-2027.',
  'Call the hall on 0114 496 0123 or 020 7946 0958.',
  'Invoice 2026-0042 over 1,250.00 GBP is open until 30/06/2026.',
  '账号归会长所有，交接时请他把你加为管理员。',
  '密码由财务保管，请向她申请重置。',
  '公众号的管理员是王小明，六月会更换。',
  'Bring a pin board, and pass the list of members on.',
  'Budget: 60% hall, 30% food, 10% print. No password needed.',
  'The iPhone15Pro belongs to the media officer.',
  'GCSE-level maths; COVID-19 rules from 2021 no longer apply.',
  'IBAN and cards are kept by the union’s finance office.',
  '@NorthSU26 and #Freshers2026 are ours.',
  '',
];

describe('the check for secrets', () => {
  it.each(secrets)('refuses %s', (text) => {
    expect(looksLikeSecret(text)).toBe(true);
  });

  it.each(fine)('lets pass: %s', (text) => {
    expect(looksLikeSecret(text)).toBe(false);
  });
});
