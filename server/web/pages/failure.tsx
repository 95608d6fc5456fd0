import { type ErrorCode, errorTable, type Problem } from '../../errors.ts'
import { SendAgain } from '../components/kept.tsx'
import { Layout } from '../components/layout.tsx'
import type { Kept } from '../kept.ts'
import { faultIn, refusalIn } from '../refused.ts'
import { may, type Visit } from '../visit.ts'

type Title = keyof Visit['reader']['words']['refusals']['titles']

/** What a page of a status is called; codes that say more of themselves are below. */
const titles: Readonly<Record<number, Title>> = { 401: 'signIn', 403: 'barred', 404: 'missing', 405: 'missing', 409: 'late', 410: 'gone', 412: 'late', 429: 'busy', 500: 'ours', 503: 'busy' }
const ofCode: Partial<Readonly<Record<ErrorCode, Title>>> = { csrf: 'late', 'no-organisation': 'late', 'person-needed': 'signIn' }

interface Way { href: string, words: string }

/** Where to go on from here, the nearest first. */
const waysOf = ({ code, status }: Problem, visit: Visit, back: string | undefined): Way[] => {
  const { nav, errors, refusals: { ways } } = visit.reader.words
  const signIn = { href: `/sign-in?back=${encodeURIComponent(visit.path)}`, words: nav.signIn }
  const goBack = back === undefined ? [] : [{ href: back, words: ways.back }]
  const home = { href: '/', words: errors.home }
  if (status === 401 || code === 'person-needed') return [signIn, home]
  if (code === 'no-organisation') return [{ href: '/account', words: ways.choose }, home]
  if (code === 'not-verified' && may(visit, 'organisation')) return [{ href: '/organisation', words: ways.verify }, ...goBack, home]
  if (code === 'other-address') return [{ href: '/account', words: nav.account }, home]
  if (status === 404 || status === 410) return [{ href: '/challenges', words: ways.search }, ...(visit.member === null ? [signIn] : []), home]
  return [...goBack, home]
}

/** An address can be wrong in each of its parts; a few are enough to see how. */
const mostFaults = 10

export interface FailureProps {
  visit: Visit
  problem: Problem
  reference: string
  /** The page that led here. */
  back: string | undefined
  /** The form that was not taken. */
  kept: Kept | null
}

/** What went wrong, in words, what to do about it, and where to go from here. */
export const Failure = ({ visit, problem, reference, back, kept }: FailureProps) => {
  const { reader } = visit
  const { errors, refusals, account } = reader.words
  const anew = problem.code === 'csrf' && kept !== null
  const title = anew ? account.kept.title : refusals.titles[ofCode[problem.code] ?? titles[errorTable[problem.code].status] ?? 'wrong']
  const seconds = problem.code === 'rate-limited' && problem.refused === null ? Number(problem.headers['retry-after'] ?? 0) : 0
  return (
    <Layout visit={visit} title={title}>
      <h1>{title}</h1>
      <p class='lead'>{anew ? reader.fill(account.kept.ready, { name: visit.member?.name ?? '' }) : refusalIn(problem, reader)}{seconds > 0 && <> {reader.count(refusals.wait, Math.ceil(seconds / 60))}</>}</p>
      {problem.errors.length > 0 && <ul>{problem.errors.slice(0, mostFaults).map((error, index) => <li key={index}><code dir='ltr'>{error.pointer.slice(1)}</code>: {faultIn(error, reader)}</li>)}</ul>}
      {kept !== null && <SendAgain visit={visit} kept={kept} />}
      <p class='row'>{waysOf(problem, visit, back).map(({ href, words }, index) => <a key={href} class={index === 0 && kept === null ? 'button' : 'button quiet'} href={href}>{words}</a>)}</p>
      <p class='small'>{reader.fill(errors.reference, { id: '' })}<bdi dir='ltr'>{reference}</bdi></p>
    </Layout>
  )
}
