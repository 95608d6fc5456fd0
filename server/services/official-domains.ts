import { domainToASCII } from 'node:url'
import { type Fault, faultOf } from '../faults.ts'

/** Where anybody gets a mailbox: an address there says nothing of whom it belongs to. By their name before the ending, as most have many endings. */
const publicProviders = new Set([
  'gmail', 'googlemail', 'outlook', 'hotmail', 'live', 'msn', 'yahoo', 'ymail', 'rocketmail', 'icloud', 'me', 'mac', 'aol', 'proton', 'protonmail', 'pm',
  'gmx', 'web', 'mail', 'email', 'inbox', 'yandex', 'ya', 'rambler', 'bk', 'list', 'zoho', 'zohomail', 'fastmail', 'tuta', 'tutanota', 'tutamail', 'hey', 'hushmail',
  'qq', 'foxmail', '163', '126', '139', '189', 'sina', 'sohu', 'aliyun', 'yeah', 'naver', 'daum', 'hanmail', 'rediffmail', 'uol', 'bol', 'terra', 'orange', 'laposte',
  'free', 'wanadoo', 't-online', 'libero', 'mailinator', 'guerrillamail', 'yopmail', '10minutemail', 'duck', 'skiff'
])

/** What registries sell names under, second from the right: a name such as go.th is nobody's own. */
const secondLevels = new Set(['co', 'com', 'net', 'org', 'gov', 'go', 'gob', 'gouv', 'govt', 'gc', 'ac', 'edu', 'sch', 'or', 'in', 'ne', 'mil', 'int', 'info', 'biz', 'id', 'web', 'my'])

/** A domain in its ASCII form, lower case, or undefined for what is none. */
export const domainOf = (text: string): string | undefined => {
  const ascii = domainToASCII(text.trim().replace(/^@/, '').replace(/\.$/, ''))
  return /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(ascii) ? ascii : undefined
}

const isShared = (domain: string): boolean => {
  const labels = domain.split('.')
  const [second = ''] = labels.slice(-2)
  if (labels.length === 2) return secondLevels.has(second) || publicProviders.has(second)
  const [third = ''] = labels.slice(-3)
  return secondLevels.has(second) && labels.length === 3 && publicProviders.has(third)
}

/** Why a domain does not speak for an organisation whose person has this address; undefined where it does. */
export const whyNotOfficial = (domain: string, email: string): Fault | undefined => {
  if (isShared(domain)) return faultOf('public-domain', {})
  const own = domainOf(email.slice(email.lastIndexOf('@') + 1))
  if (own !== domain && own?.endsWith(`.${domain}`) !== true) return faultOf('other-domain', {})
  return undefined
}
