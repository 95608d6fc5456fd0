import type { FastifyRequest } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { MessageListAnswer } from '../../../schemas/messages.ts'
import type { Services } from '../../../services/index.ts'
import type { Talk } from '../../components/dialogue/conversation.tsx'
import { happeningsOf } from '../../components/dialogue/happenings.ts'
import { decisionsOf } from '../../components/dialogue/introduction-line.tsx'
import { attempt, type Filled, unfilled } from '../../forms.ts'
import type { IntroductionProps } from '../../pages/dialogue/introduction.tsx'
import { may, type Visit } from '../../visit.ts'

/** What of the page is not as it is when it is first looked at. */
export interface View {
  /** Ordinal after which messages are shown; the latest where it is not said. */
  after?: number
  editing?: string
  accepting?: Filled
  writing?: Filled
  done?: string
}

const pageSize = 50

export const createIntroductionView = ({ introductions, messages, prospects }: Pick<Services, 'introductions' | 'messages' | 'prospects'>) => {
  const talkOf = async ({ principal }: FastifyRequest, visit: Visit, id: string, open: boolean, view: View): Promise<{ talk: Talk, first: MessageListAnswer['items'] } | null> => {
    const { done: start, problem } = await attempt(() => messages.list(principal, id, { after: 0, limit: 1 }))
    // Before all have agreed, and for who left, there is nothing to read.
    if (problem !== null) return null
    const after = view.after ?? Math.max(0, start.last - pageSize)
    const list = await messages.list(principal, id, { after, limit: pageSize })
    const latest = list.items.at(-1) === undefined || list.next === null ? list.items.at(-1) : (await messages.list(principal, id, { after: Math.max(0, list.last - 1), limit: 1 })).items[0]
    const edited = list.items.find((message) => message.id === view.editing)
    const writing = view.writing ?? (edited === undefined ? unfilled : filledBy(edited))
    const path = `/introductions/${id}`
    return {
      talk: {
        list,
        earlier: after === 0 ? null : `${path}?after=${Math.max(0, after - pageSize)}#messages`,
        later: list.next === null ? null : `${path}?after=${list.next}#messages`,
        editing: edited?.yours === true ? edited.id : null,
        filled: writing,
        mayWrite: open && may(visit, 'introductions'),
        once: typeof writing.values['once'] === 'string' ? writing.values['once'] : uuid()
      },
      first: [...start.items, ...(latest === undefined || latest.ordinal === start.items[0]?.ordinal ? [] : [latest])]
    }
  }

  return async (request: FastifyRequest, visit: Visit, id: string, view: View = {}): Promise<IntroductionProps> => {
    const { principal } = request
    const introduction = await introductions.read(principal, id)
    const audit = await introductions.audit(principal, id)
    const { accept } = decisionsOf(introduction)
    const found = await talkOf(request, visit, id, introduction.status === 'accepted' || introduction.status === 'active', view)
    const now = new Date()
    const agreeing = accept && may(visit, 'introductions') ? await attempt(() => prospects.ofAgreeing(principal, id)) : null
    return {
      visit,
      introduction,
      happenings: happeningsOf(introduction, audit, { first: found?.first ?? [], count: found?.talk.list.last ?? 0 }, visit.reader, now),
      disclosable: agreeing === null || agreeing.problem !== null ? null : agreeing.done,
      accepting: view.accepting ?? unfilled,
      talk: found?.talk ?? null,
      done: view.done,
      now
    }
  }
}

const filledBy = ({ text, links }: MessageListAnswer['items'][number]): Filled => ({
  values: { text: text ?? '', ...Object.fromEntries(links.flatMap(({ url, title }, index) => [[`links.${index}.url`, url], [`links.${index}.title`, title ?? '']])) },
  problem: null
})
