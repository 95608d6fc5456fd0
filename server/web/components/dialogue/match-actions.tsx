import type { ComponentChildren } from 'preact'
import { askAddress, type Dealings, type MatchPair } from '../../dialogue.ts'
import type { Visit } from '../../visit.ts'
import { Form } from '../form.tsx'

interface Actions {
  visit: Visit
  dealings: Dealings
  pair: MatchPair
  /** The profile whose list of matches this is. */
  of: readonly ['challenges' | 'solutions', string]
  matchId: string
  /** Title of the match, for those who hear buttons one by one. */
  title: ComponentChildren
}

const Judge = ({ visit, dealings: { judged }, of: [resource, id], matchId, title }: Actions) => {
  const { actions } = visit.reader.words.dialogue
  const said = judged.get(matchId)
  const button = (useful: boolean, words: string) => (
    <button type='submit' class={said === useful ? 'chosen' : 'quiet'} name='useful' value={said === useful ? 'nothing' : useful ? 'yes' : 'no'} aria-pressed={said === useful}>
      {words}<span class='hidden'>: {title}</span>
    </button>
  )
  return (
    <Form visit={visit} action={`/${resource}/${id}/matches/${matchId}/judgement`}>
      <input type='hidden' name='back' value={`${visit.path.split('#')[0]}#match-${matchId}`} />
      <span class='row small-buttons' role='group' aria-label={actions.judge}>{button(true, actions.useful)}{button(false, actions.notUseful)}</span>
    </Form>
  )
}

/** What one may do about a match: ask to be introduced, and say whether it is of use. */
export const MatchActions = (props: Actions) => {
  const { visit, dealings, pair, of, matchId, title } = props
  const { actions } = visit.reader.words.dialogue
  const ask = askAddress(visit, dealings, pair)
  const judges = dealings.own.has(of[1]) && visit.member?.organisation?.suspended !== true
  return ask === undefined && !judges
    ? null
    : (
      <div class='actions no-print' id={`match-${matchId}`}>
        {ask !== undefined && <a class='button ask' href={ask}>{actions.ask}<span class='hidden'>: {title}</span></a>}
        {judges && <Judge {...props} />}
      </div>
      )
}

/** Whoever is signed in may be told of what fits a profile from now on. */
export const Watch = ({ visit, dealings: { watchedBy }, of: [resource, id], children }: { visit: Visit, dealings: Dealings, of: readonly ['challenges' | 'solutions', string], children?: ComponentChildren }) => {
  const { actions } = visit.reader.words.dialogue
  if (visit.member === null) return null
  return (
    <p class='row no-print'>
      {watchedBy === null
        ? <a class='button quiet' href={`/searches/new?watch=${resource}:${id}`}>{resource === 'challenges' ? actions.watchChallenge : actions.watchSolution}</a>
        : <a class='button quiet' href={`/searches/${watchedBy}`}>{actions.watched}</a>}
      {children}
    </p>
  )
}

/** Chooses a solution for the form with this id, wherever on the page it stands. */
export const Pick = ({ form, id, title, visit }: { form: string, id: string, title: ComponentChildren, visit: Visit }) => (
  <label class='pick no-print'><input type='checkbox' form={form} name='solution' value={id} /> {visit.reader.words.dialogue.actions.pick}<span class='hidden'>: {title}</span></label>
)
