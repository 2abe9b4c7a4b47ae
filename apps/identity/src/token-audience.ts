/** The audience of every access token this provider issues: the graph behind the gateway. */
export const tokenAudience = 'guildhall';

/** The one protected resource (RFC 8707). It is the default, so that a client need not name it. */
export const graphResource = 'urn:guildhall:graph';
