import type { Repositories, Token } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { hashOf, randomSecret } from './principal.ts'

const hour = 3_600_000

/** Hours for which a link is good: a confirmation over a weekend's length, a reset while the reader is at it. */
export const tokenHours: Readonly<Record<Token['purpose'], number>> = { 'confirm-address': 48, 'reset-password': 2 }

/** Makes the token of a link; an earlier one of the same purpose is good no longer. */
export const issueToken = async ({ tokens }: Repositories, personId: string, purpose: Token['purpose'], now: Date): Promise<string> => {
  const secret = randomSecret()
  await tokens.removeOf(personId, purpose)
  await tokens.insert({ hash: hashOf(secret), purpose, personId, createdAt: now, expiresAt: new Date(now.getTime() + tokenHours[purpose] * hour) })
  return secret
}

/** @throws {Problem} `link-over` for a token that is not good, any more or at all */
export const requireToken = async ({ tokens }: Pick<Repositories, 'tokens'>, secret: string, purpose: Token['purpose'], now: Date): Promise<Token> => {
  const token = await tokens.find(hashOf(secret))
  if (token === undefined || token.purpose !== purpose || token.expiresAt <= now) throw new Problem('link-over')
  return token
}
