import type { JsonObject } from '../../../db/index.ts'
import type { Content } from '../../schemas/resource.ts'
import type { Reader } from '../reader.ts'
import { Changes } from './change.tsx'
import { codeIn, costOf } from './parts.tsx'
import { Prose } from './text.tsx'
import type { ComponentChildren } from 'preact'

/** A solution in a city: how far, when, at what cost, what changed, what was learnt. */
export const Evidence = ({ deployment, title, reader }: { deployment: JsonObject & { id: string }, title: ComponentChildren, reader: Reader }) => {
  const { fields, profile } = reader.words
  const { stage, period, cost, indicators, lessons, failureReason, confirmed } = deployment as unknown as Content<'deployments'>
  const when = [period?.start, period?.end].flatMap((day) => day === undefined ? [] : [reader.day(day)]).join(' – ')
  return (
    <li class='card'>
      <h3>{title}</h3>
      <p class='meta'>
        <span>{codeIn(reader, 'deploymentStages', stage)}</span>
        {when !== '' && <span>{when}</span>}
        {cost !== undefined && <span>{fields.cost}: {costOf(cost, reader)}</span>}
        <span>{confirmed === true ? profile.confirmed : profile.unconfirmed}</span>
      </p>
      {indicators !== undefined && indicators.length > 0 && <Changes indicators={indicators} reader={reader} />}
      {lessons !== undefined && <><h4>{fields.lessons}</h4><Prose text={lessons} reader={reader} /></>}
      {failureReason !== undefined && <><h4>{fields.failureReason}</h4><Prose text={failureReason} reader={reader} /></>}
    </li>
  )
}
