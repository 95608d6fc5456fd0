import { Confirm } from '../components/confirm.tsx'
import { ActionButton, Checkboxes, Faults, Form, Select, TextArea, TextField } from '../components/form.tsx'
import { Changes } from '../components/change.tsx'
import { Layout } from '../components/layout.tsx'
import { OutcomeSign } from '../components/pair/conditions.tsx'
import { Moment } from '../components/moment.tsx'
import { Areas, Band, Chips, Facts, Sample } from '../components/parts.tsx'
import { Phrase, Prose } from '../components/text.tsx'
import { ScoreBar } from '../components/score-bar.tsx'
import { SubNav } from '../components/sub-nav.tsx'
import { mapAssets, WorldMap } from '../components/world-map.tsx'
import { areas } from '../../../db/vocabulary.ts'
import type { MapView } from '../../services/map-places.ts'
import type { Text } from '../../schemas/text.ts'
import { Problem } from '../../errors.ts'
import type { Filled } from '../forms.ts'
import type { Visit } from '../visit.ts'

const said = (text: string, language: string): Text => ({ text, language, origin: 'person', translations: [] })

/** The same thing said from both sides, as people write it. */
const mixed: Text = { ...said('حافلة رقم 42 لا تصل إلى المستشفى (Khon Kaen)', 'ar'), translations: [{ text: 'Bus no. 42 does not reach the hospital (ขอนแก่น)', language: 'en', origin: 'machine' }] }

const Controls = ({ visit, filled, of }: { visit: Visit, filled: Filled, of: string }) => {
  const { styleguide: words } = visit.reader.words.office
  const options = (['one', 'two', 'three'] as const).map((value, index) => [value, index === 1 ? words.long : `${words.choice} ${visit.reader.number(index + 1)}`] as const)
  return (
    <Form visit={visit} action='/styleguide' label={of}>
      <TextField of={of} name='text' label={words.field} hint={words.hint} filled={filled} />
      <TextArea of={of} name='words' label={words.long} filled={filled} rows={3} />
      <Select of={of} name='choice' label={words.choice} filled={filled} empty='' options={options} />
      <Checkboxes of={of} name='many' label={words.many} filled={filled} options={options} />
    </Form>
  )
}

const Forms = ({ visit }: { visit: Visit }) => {
  const { styleguide: words } = visit.reader.words.office
  const wrong = (name: string) => ({ in: 'body' as const, pointer: `/${name}`, code: 'wrong', detail: words.fault })
  const values = { text: words.long, words: words.paragraph, many: ['one'] }
  const faulty: Filled = { values, problem: new Problem('invalid-input', undefined, [wrong('text'), wrong('many')]) }
  return (
    <section>
      <h2>{words.forms}</h2>
      <Faults filled={faulty} visit={visit} of='wrong' labels={{ text: words.field, many: words.many }} />
      <div class='columns two'>
        <Controls visit={visit} filled={{ values, problem: null }} of='right' />
        <Controls visit={visit} filled={faulty} of='wrong' />
      </div>
      <h2>{words.buttons}</h2>
      <div class='doings'>
        <ActionButton visit={visit} action='/styleguide'>{visit.reader.words.forms.save}</ActionButton>
        <ActionButton visit={visit} action='/styleguide' quiet>{visit.reader.words.forms.cancel}</ActionButton>
        <a class='button' href='/styleguide'>{visit.reader.words.home.find}</a>
        <ActionButton visit={visit} action='/styleguide'>{words.long}</ActionButton>
        <Confirm visit={visit} action='/styleguide' summary={visit.reader.words.office.common.remove} button={visit.reader.words.office.common.remove} text={words.paragraph} open />
      </div>
    </section>
  )
}

/** A place for each area, from west to east, each larger than the one before, and one that has nothing. */
const everyArea: MapView = {
  of: 'challenges',
  places: [
    ...areas.map((area, index) => ({ id: area, name: mixed, country: 'TH', longitude: -150 + 25 * index, latitude: 35 - 6 * index, count: 1 + index ** 2, areas: [[area, 1 + index ** 2]] as const, titles: [mixed] })),
    { id: 'none', name: said('ঢাকা', 'bn'), country: 'BD', longitude: 90.4, latitude: 23.8, count: 0, areas: [], titles: [] }
  ],
  left: 3,
  areas: areas.map((area, index) => [area, 1 + index ** 2] as const)
}

const Pictures = ({ visit: { reader } }: { visit: Visit }) => {
  const { styleguide: words } = reader.words.office
  const part = (name: string, contribution: number) => ({ name, value: contribution, weight: 1, contribution, known: true })
  const parts = [part('text.title', 0.31), part('meaning.title', 0.24), part('area', 0.12), part('population', 0.06), part('usual', -0.08)]
  return (
    <section>
      <h2>{words.pictures}</h2>
      <WorldMap reader={reader} label={words.pictures} map={everyArea} areaHref={(area) => `/challenges?area=${area}`} />
      <ScoreBar reader={reader} match={{ parts: parts as Parameters<typeof ScoreBar>[0]['match']['parts'], score: 0.65 }} />
    </section>
  )
}

/** Every component in its states: what pages are made of, to be looked at in every language. */
export const Styleguide = ({ visit }: { visit: Visit }) => {
  const { reader } = visit
  const { styleguide: words } = reader.words.office
  return (
    <Layout visit={visit} title={words.title} wide sheets={mapAssets.sheets} scripts={mapAssets.scripts}>
      <h1>{words.title}</h1>
      <p class='lead'>{words.lead}</p>
      <h2>{words.headings}</h2>
      <h3>{reader.fill(words.heading, { level: reader.number(3) })}</h3>
      <p>{words.paragraph} <a href='/styleguide'>{words.title}</a>. <mark>{words.long}</mark></p>
      <p><Phrase text={mixed} reader={reader} /> · <Phrase text={said('老年人去不了医院', 'zh')} reader={reader} /> · <Phrase text={said('รถเมล์แน่นเกินไปในชั่วโมงเร่งด่วน', 'th')} reader={reader} /> · <Phrase text={said('ভিড়ের সময় বাসে জায়গা থাকে না', 'bn')} reader={reader} /></p>
      <Prose text={mixed} reader={reader} />
      <p class='small'><Moment at='2026-03-02T08:15:00.000Z' reader={reader} /> · {reader.day('2026-03-02')} · {reader.number(1234567.8)} · {reader.money(250000000, 'THB')} · {reader.country('BD')} · {reader.languageName('th')}</p>
      <h2>{words.lists}</h2>
      <ul class='cards'>
        <li class='card'><h3><a href='/styleguide'>{words.long}</a></h3><p class='meta'><span>{words.field}</span><span>{words.choice}</span></p><p>{words.paragraph}</p><Areas areas={areas} reader={reader} /></li>
        <li class='card'><Chips plain items={['ISO 37120', words.long]} /><p>{(['strong', 'good', 'possible', null] as const).map((band) => <span key={band ?? 'none'}><Band band={band} reader={reader} /> </span>)}</p></li>
      </ul>
      <Facts facts={[[words.field, words.paragraph], [words.choice, words.long]]} />
      <p>{(['pass', 'fail', 'unknown'] as const).map((outcome) => <span key={outcome}><OutcomeSign outcome={outcome} reader={reader} /> </span>)}</p>
      <Changes indicators={[{ name: words.field, unit: '%', before: 40, after: 15 }, { name: words.long, before: 12, after: 30 }]} reader={reader} />
      <Forms visit={visit} />
      <h2>{words.messages}</h2>
      <p class='done' role='status'>{reader.words.forms.done}</p>
      <p class='note'>{words.hint}</p>
      <Sample sample reader={reader} />
      <h2>{words.tables}</h2>
      <div class='scroll' role='region' aria-label={words.tables} tabIndex={0}>
        <table class='coverage'>
          <caption>{words.hint}</caption>
          <thead><tr><th scope='col'>{words.field}</th>{[0, 1, 4, 9, 16, 25].map((count) => <th key={count} scope='col' class='figure'>{reader.number(count)}</th>)}</tr></thead>
          <tbody><tr><th scope='row'>{words.choice}</th>{[0, 1, 2, 3, 4, 5].map((level) => <td key={level} class={`figure heat h${level}`}>{reader.number(level * level)}</td>)}</tr></tbody>
        </table>
      </div>
      <h2>{words.navigation}</h2>
      <SubNav label={words.navigation} items={[['/styleguide', words.title], ['/help', reader.words.nav.help], ['/', words.long]]} path='/styleguide' />
      <Pictures visit={visit} />
    </Layout>
  )
}
