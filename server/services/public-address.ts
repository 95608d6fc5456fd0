import { Resolver } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { type Fault, faultOf } from '../faults.ts'

/**
 * Where the service may be sent by what somebody registers: to public addresses alone, judged at the moment of connecting, so
 * that no name leads into the network that the service stands in.
 */

/** An address that is not to be connected to. The message names no address: what a name means in here is nobody's business. */
export class ForbiddenAddress extends Error {
  constructor () {
    super('the host does not lead to a public address')
  }
}

const isPublicIPv4 = (address: ipaddr.IPv4): boolean => address.range() === 'unicast'

/** What is given out as global unicast (RFC 4291 section 2.4); the rest of the space is special or nobody's. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')
/** NAT64's well-known prefix (RFC 6052): the last four bytes are the IPv4 address that is meant. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** 6to4 and Teredo carry an IPv4 address as well, by relays that are gone: none is public. */
const isPublicIPv6 = (address: ipaddr.IPv6): boolean => {
  if (address.isIPv4MappedAddress()) return isPublicIPv4(address.toIPv4Address())
  if (address.match(nat64)) return isPublicIPv4(new ipaddr.IPv4(address.toByteArray().slice(12)))
  return address.match(globalUnicast) && address.range() === 'unicast'
}

const isLoopback = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean => address.range() === 'loopback'

/**
 * Whether an address may be connected to.
 * @param address IPv4 in four decimal parts, or IPv6 without brackets
 * @param loopback whether this machine may be, too
 */
export const isAllowed = (address: string, loopback: boolean): boolean => {
  // Other notations (127.1, 0x7f.1) are no address for Node, which would look them up; in a URL they are normalised before.
  // ipaddr.js (2.5) takes the form ::8.8.8.8, which is no longer in use, for a mapped address.
  if (isIP(address) === 0 || /^::\d+\./.test(address)) return false
  const parsed = ipaddr.parse(address)
  return (loopback && isLoopback(parsed)) || (parsed instanceof ipaddr.IPv4 ? isPublicIPv4(parsed) : isPublicIPv6(parsed))
}

/** Finds every address of a name. @throws {Error} where it has none */
export type Resolve = (hostname: string) => Promise<string[]>

const localhost = /^(.+\.)?localhost\.?$/i

/**
 * Asks the name servers, not the system: names of the hosts file are not public, and the system's lookups hold a thread of
 * few, so that names which are answered slowly would hold up everything else.
 */
const resolveByServers: Resolve = async (hostname) => {
  if (localhost.test(hostname)) return ['127.0.0.1', '::1']
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)])
  const found = [four, six].flatMap((answer) => answer.status === 'fulfilled' ? answer.value : [])
  if (found.length === 0) throw four.status === 'rejected' ? four.reason : new Error('the host has no address')
  return found
}

/**
 * A lookup for an agent or a request: a name that has any address which is not allowed is refused, and what is connected to
 * is one of the very addresses that were looked at, since no other lookup follows. A literal address in a URL is not looked
 * up at all: see {@link targetFault}.
 */
export const allowedLookup = (loopback: boolean, resolve: Resolve = resolveByServers): LookupFunction => (hostname, options, callback) => {
  resolve(hostname).then((addresses) => {
    if (addresses.length === 0 || !addresses.every((address) => isAllowed(address, loopback))) throw new ForbiddenAddress()
    const found = addresses.map((address) => ({ address, family: isIP(address) }))
    const wanted = found.filter(({ family }) => options.family === undefined || options.family === 0 || family === Number(String(options.family).replace('IPv', '')))
    const [first] = wanted
    if (first === undefined) throw new Error('the host has no address of that family')
    if (options.all === true) callback(null, wanted)
    else callback(null, first.address, first.family)
  }).catch((error: NodeJS.ErrnoException) => callback(error, ''))
}

/** Ports of other protocols, as browsers refuse them: https://fetch.spec.whatwg.org/#port-blocking */
const otherProtocols = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123,
  135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995,
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080
])

/**
 * What keeps an address from being sent to, as far as can be told from the address itself; undefined for nothing.
 * @param loopback whether this machine is allowed, and plain http to it
 */
export const targetFault = (url: string, loopback: boolean): Fault | undefined => {
  if (!URL.canParse(url)) return faultOf('https', {})
  const { protocol, username, password, hostname, port } = new URL(url)
  const literal = hostname.replace(/^\[|\]$/g, '')
  const here = localhost.test(hostname) || (isIP(literal) !== 0 && isLoopback(ipaddr.process(literal)))
  if (protocol !== 'https:' && !(loopback && here && protocol === 'http:')) return faultOf('not-https', {})
  if (username !== '' || password !== '') return faultOf('credentials', {})
  if (url.includes('#')) return faultOf('fragment', {})
  if (port === '0' || otherProtocols.has(Number(port))) return faultOf('port', {})
  if (isIP(literal) !== 0 ? !isAllowed(literal, loopback) : !loopback && localhost.test(hostname)) {
    return faultOf('not-public', {})
  }
  return undefined
}
