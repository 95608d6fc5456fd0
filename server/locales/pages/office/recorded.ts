import type { Action } from '../../../services/policy.ts'

/** Looking is never recorded, and neither is what changes nothing that others see. */
type Unrecorded = 'list' | 'list-own' | 'read' | 'audit' | 'deliveries' | 'export' | 'mark' | 'mark-read' | 'choose-language'

type Recorded = Exclude<Action, `${string}:${Unrecorded}`>
type ThingOf<A extends Action> = A extends `${infer Thing}:${string}` ? Thing : never
type VerbOf<A extends Action> = A extends `${string}:${infer Verb}` ? Verb : never

/** What something was done to, and what was done, of the actions that the audit log can hold. */
export type Thing = ThingOf<Recorded>
export type Verb = VerbOf<Recorded>
