import { changeActions, resources } from '../../../db/vocabulary.ts'
import type { Filled } from '../forms.ts'
import { valuesOf } from '../forms.ts'
import type { Reader } from '../reader.ts'
import { FieldFaults } from './form.tsx'

/** What a webhook is told of: what happens to each kind of profile, chosen one by one. */
export const EventChoices = ({ filled, reader, of }: { filled: Filled, reader: Reader, of: string }) => {
  const { webhooks: words, resources: named } = reader.words.office
  const chosen = valuesOf(filled, 'events')
  return (
    <fieldset id={`f-${of}-events`} class='events'>
      <legend>{words.events}</legend>
      <p class='hint'>{words.eventsHint}</p>
      <FieldFaults name='events' filled={filled} />
      {resources.map((resource) => (
        <fieldset key={resource}>
          <legend>{named[resource]}</legend>
          <ul class='inline-options'>
            {changeActions.map((action) => (
              <li key={action}><label><input type='checkbox' name='events' value={`${resource}.${action}`} checked={chosen.includes(`${resource}.${action}`)} /><span>{words.actions[action]}</span></label></li>
            ))}
          </ul>
        </fieldset>
      ))}
    </fieldset>
  )
}

/** A type of event in the reader's words. */
export const eventIn = (type: string, reader: Reader): string => {
  const [resource = '', action = ''] = type.split('.')
  const { webhooks: words, resources: named } = reader.words.office
  const what = (named as Readonly<Record<string, string>>)[resource]
  const done = (words.actions as Readonly<Record<string, string>>)[action]
  return what === undefined || done === undefined ? type : `${what}: ${done}`
}
