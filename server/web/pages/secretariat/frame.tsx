import type { ComponentChildren } from 'preact'
import { Done } from '../../components/done.tsx'
import { Faults } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { SubNav } from '../../components/sub-nav.tsx'
import type { Returned } from '../../forms.ts'
import type { Visit } from '../../visit.ts'

export interface OfficePage {
  visit: Visit
  /** A form that could not be done. */
  returned: Returned | null
}

/** The frame of the secretariat's pages. */
export const SecretariatFrame = ({ visit, returned, title, children, labels }: OfficePage & { title: string, children: ComponentChildren, labels?: Readonly<Record<string, string>> }) => {
  const { secretariat: words, common } = visit.reader.words.office
  const parts = [
    ['/secretariat', words.overview],
    ['/secretariat/verifications', words.verifications],
    ['/secretariat/flags', words.flags],
    ['/secretariat/organisations', words.organisations],
    ['/secretariat/mails', words.mails],
    ['/secretariat/coverage', words.coverage],
    ['/secretariat/record', words.record]
  ] as const
  return (
    <Layout visit={visit} title={`${title} · ${words.title}`} wide>
      <p class='over'>{words.title}</p>
      <h1><bdi>{title}</bdi></h1>
      <SubNav label={common.sections} items={parts} path={visit.path.split('?')[0] ?? ''} />
      <Done visit={visit} />
      {returned !== null && <Faults filled={returned} visit={visit} of={returned.form} labels={labels} />}
      {children}
    </Layout>
  )
}

/** For members of the secretariat who act for somebody else, and for everybody else. */
export const NotSecretariat = ({ visit }: { visit: Visit }) => {
  const { secretariat: words } = visit.reader.words.office
  return (
    <Layout visit={visit} title={words.title}>
      <h1>{words.notYours}</h1>
      <p>{words.notYoursText}</p>
      <p><a class='button' href='/'>{visit.reader.words.errors.home}</a></p>
    </Layout>
  )
}
