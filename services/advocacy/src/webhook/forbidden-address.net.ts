import { BlockList, isIP } from 'node:net';

/** Everything of IPv4 that is not a public host: IANA's registry of special-purpose addresses, multicast and the reserved rest. */
const specialIpv4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of the global unicast range of IPv6 what leads elsewhere: Teredo and other protocols, documentation, 6to4. */
const specialIpv6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const forbidden = new BlockList();
for (const [network, prefix] of specialIpv4) forbidden.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of specialIpv6) forbidden.addSubnet(network, prefix, 'ipv6');

const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether nothing may be sent to an address: private, loopback, link-local and every other one that is no public host. Of
 * IPv6 only global unicast passes, so that mapped, translated and local forms of an IPv4 address do not. What is no address is forbidden.
 */
export function isForbiddenAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return forbidden.check(address, 'ipv4');
  if (family === 6) return !globalUnicast.check(address, 'ipv6') || forbidden.check(address, 'ipv6');
  return true;
}
