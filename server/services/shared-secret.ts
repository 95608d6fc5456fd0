import { ConstraintError, type Store } from '../../db/index.ts'
import { randomSecret } from './principal.ts'

/** A secret that every instance shares, made by whichever needs it first. */
export const sharedSecret = async (store: Store, name: string): Promise<string> => {
  const known = await store.read.secrets.find(name)
  if (known !== undefined) return known
  const made = randomSecret()
  try {
    await store.transact(({ secrets }) => secrets.insert(name, made))
    return made
  } catch (error) {
    if (!(error instanceof ConstraintError) || error.kind !== 'unique') throw error
    return sharedSecret(store, name)
  }
}
