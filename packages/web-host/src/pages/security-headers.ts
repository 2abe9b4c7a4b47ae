/** The other origins a page may call, whether it may use the camera, and whether it is reached over https. */
export type PageReach = {
  readonly gatewayUrl: string;
  readonly issuer: string;
  readonly others: readonly string[];
  readonly usesCamera: boolean;
  readonly isSecure: boolean;
};

/**
 * The headers of everything an app's origin serves. The policy lets in files of this origin and nothing inline: no script and no
 * style in the page itself, so that text a member wrote can never become either. Scripts may call this origin, the gateway,
 * identity and what else the app was given.
 */
export function createSecurityHeaders({
  gatewayUrl,
  issuer,
  others,
  usesCamera,
  isSecure,
}: PageReach): Readonly<Record<string, string>> {
  const callable = [...new Set([gatewayUrl, issuer, ...others].map((url) => new URL(url).origin))].join(' ');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self' ${callable}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': `camera=(${usesCamera ? 'self' : ''}), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
