import { type FieldError, Problem } from '../errors.ts'
import type { Reader } from './reader.ts'
import { said, type Sent } from './sent.ts'

type Faults = Reader['words']['account']['faults']

/** Words for what is wrong with a field of an account's forms. */
const faultOf = (field: string, code: string, typed: string | undefined): keyof Faults => {
  const own = field === 'password' || field === 'newPassword'
  if ((typed ?? '').trim() === '') return field === 'kind' || field === 'language' ? 'choose' : 'required'
  if (code === 'wrong') return own ? 'passwordWrong' : 'code'
  if (own) return code === 'too_big' ? 'passwordLong' : code === 'too-easy' ? 'passwordEasy' : 'passwordShort'
  if (field === 'email') return 'email'
  if (field === 'code') return 'code'
  if (code === 'duplicate') return 'nameTaken'
  if (code === 'reserved') return 'nameReserved'
  return code === 'contact-details' ? 'nameContact' : 'other'
}

/** Minutes that a refusal asks to wait. */
const minutesOf = ({ headers }: Problem): number => Math.ceil(Number(headers['retry-after'] ?? 60) / 60)

const messageOf = (problem: Problem, { words: { account: { problems } }, ...reader }: Reader): string => {
  const { code } = problem
  if (code === 'rate-limited') return reader.count(problems[code], minutesOf(problem))
  return code in problems ? problems[code as Exclude<keyof typeof problems, 'rate-limited'>] : problem.message
}

/**
 * A refusal in the words of whoever reads the page. A recovery code is typed into the field for codes.
 * @param typed what the form held
 */
export const inWordsOf = (reader: Reader, problem: Problem, typed: Sent): Problem => {
  const errors = problem.errors.map((error): FieldError => {
    const field = error.pointer.slice(1).replace('recoveryCode', 'code')
    return { ...error, pointer: `/${field}`, detail: reader.words.account.faults[faultOf(field, error.code, said(typed, field))] }
  })
  return new Problem(problem.code, messageOf(problem, reader), errors, problem.headers)
}
