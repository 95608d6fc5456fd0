import type { ComponentChildren } from 'preact'
import type { Visit } from '../visit.ts'
import { Form } from './form.tsx'

/** Something that cannot be taken back: opened first, then said what it does, then done. */
export const Confirm = ({ visit, action, summary, button, label, text, children, open = false }: { visit: Visit, action: string, summary: string, button: string, label?: string, text: string, children?: ComponentChildren, open?: boolean }) => (
  <details class='confirm' open={open}>
    <summary aria-label={label}>{summary}</summary>
    <p>{text}</p>
    <Form visit={visit} action={action}>
      {children}
      <button type='submit' class='danger'>{button}</button>
    </Form>
  </details>
)
