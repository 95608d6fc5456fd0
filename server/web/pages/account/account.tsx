import type { PersonAnswer } from '../../../schemas/people.ts'
import type { SessionItem } from '../../../schemas/sessions.ts'
import { ActionButton, Faults, Form, Select, TextField } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { Facts } from '../../components/parts.tsx'
import type { Filled } from '../../forms.ts'
import type { Reader } from '../../reader.ts'
import type { Member, Visit } from '../../visit.ts'
import { languageOptions } from './sign-up.tsx'

export const accountNotes = ['saved', 'passwordChanged', 'ended', 'endedOthers', 'acting', 'factorOff'] as const
export type AccountNote = (typeof accountNotes)[number]

/** What a browser calls itself, as people call it; the more particular names come first. */
const deviceOf = (agent: string | null, { words: { account }, ...reader }: Reader): string => {
  const [browser] = /Edg|OPR|SamsungBrowser|Firefox|Chrome|Safari/.exec(agent ?? '') ?? []
  const [system] = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent ?? '') ?? []
  if (browser === undefined) return account.account.unknownDevice
  const name = { Edg: 'Edge', OPR: 'Opera', SamsungBrowser: 'Samsung Internet' }[browser] ?? (/Firefox/.test(agent ?? '') ? 'Firefox' : browser)
  return system === undefined ? name : reader.fill(account.account.onSystem, { browser: name, system })
}

const Organisation = ({ visit, organisation }: { visit: Visit, organisation: Member['organisation'] & {} }) => {
  const { account: words, roles, kinds } = visit.reader.words.account
  const acts = visit.member?.organisation?.id === organisation.id
  return (
    <li class='card'>
      <h3><bdi>{organisation.name}</bdi></h3>
      <p class='meta'>
        <span>{kinds[organisation.kind]}</span>
        <span>{words.role}: {roles[organisation.role]}</span>
        <span>{organisation.suspended ? words.suspended : organisation.verified ? words.verified : words.unverified}</span>
      </p>
      {acts
        ? <p><strong>{words.actingNow}</strong></p>
        : <ActionButton visit={visit} action='/account/act-for' values={{ organisationId: organisation.id }} quiet>{words.actFor}<span class='hidden'>: {organisation.name}</span></ActionButton>}
    </li>
  )
}

const Session = ({ visit, session }: { visit: Visit, session: SessionItem }) => {
  const { reader } = visit
  const { account: words } = reader.words.account
  const device = deviceOf(session.agent, reader)
  return (
    <li class='card'>
      <h3>{device}{session.current && <> <span class='band good'>{words.current}</span></>}</h3>
      <p class='meta'>
        <span>{words.lastSeen}: {reader.day(session.lastSeenAt)}</span>
        {session.address !== null && <span>{words.from}: <bdi>{session.address}</bdi></span>}
      </p>
      {!session.current && <ActionButton visit={visit} action='/account/sessions/end' values={{ id: session.id }} quiet>{words.end}<span class='hidden'>: {device}</span></ActionButton>}
    </li>
  )
}

const noteOf = ({ reader, member }: Visit, note: AccountNote): string => {
  const { account: words } = reader.words.account
  if (note !== 'acting') return words[note]
  return member?.organisation == null ? words.actingForNone : reader.fill(words.acting, { organisation: member.organisation.name })
}

interface AccountProps {
  visit: Visit
  person: PersonAnswer
  sessions: readonly SessionItem[]
  filled: Filled
  note?: AccountNote
}

export const Account = ({ visit, person, sessions, filled, note }: AccountProps) => {
  const { reader, member } = visit
  const { account: words, fields, found, password } = reader.words.account
  const organisations = member?.organisations ?? []
  return (
    <Layout visit={visit} title={words.title}>
      <h1>{words.title}</h1>
      {note !== undefined && <p class='done' role='status'>{noteOf(visit, note)}</p>}
      <Faults visit={visit} filled={filled} labels={fields} />

      <h2>{words.you}</h2>
      <Facts facts={[[fields.email, <bdi key='email'>{person.email}</bdi>], [words.since, reader.day(person.createdAt)]]} />
      <div class='after'>
        <Form visit={visit} action='/account' label={words.you}>
          <TextField name='name' label={fields.name} hint={fields.nameHint} filled={filled} required maxLength={100} autocomplete='name' />
          <Select name='language' label={fields.language} hint={fields.languageHint} filled={filled} options={languageOptions} />
          <button type='submit'>{reader.words.forms.save}</button>
        </Form>
      </div>

      <h2>{words.organisations}</h2>
      <p>{organisations.length === 0 ? words.noOrganisations : words.organisationsLead}</p>
      {organisations.length > 0 && <ul class='cards'>{organisations.map((organisation) => <Organisation key={organisation.id} visit={visit} organisation={organisation} />)}</ul>}
      <p><a class='button quiet' href='/organisations/new'>{found.title}</a></p>

      <h2>{words.security}</h2>
      <Facts facts={[[words.secondFactor, person.secondFactor ? `${words.factorOn} · ${reader.count(words.codesLeft, person.recoveryCodesLeft ?? 0)}` : words.factorOffState]]} />
      <p class='row after'>
        <a class='button quiet' href='/account/password'>{password.title}</a>
        <a class='button quiet' href='/account/second-factor'>{person.secondFactor ? words.manageFactor : words.setUpFactor}</a>
      </p>

      <h2>{words.sessions}</h2>
      <ul class='cards'>{sessions.map((session) => <Session key={session.id} visit={visit} session={session} />)}</ul>
      {sessions.length > 1 && <ActionButton visit={visit} action='/account/sessions/end-others' quiet>{words.endOthers}</ActionButton>}

      <h2>{words.data}</h2>
      <p>{words.dataLead}</p>
      <p class='row'><a class='button quiet' href='/account/data' download>{words.download}</a> <a class='button quiet danger' href='/account/erase'>{words.erase}</a></p>
    </Layout>
  )
}
