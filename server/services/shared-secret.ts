import { ConstraintError, type Store } from '../../db/index.ts'
import { randomSecret } from './principal.ts'

/** A secret that every instance shares: 256 random bits as text, made by whichever needs it first. */
export const sharedSecret = async (store: Store, name: string): Promise<string> => {
  const known = await store.read.secrets.find(name)
  if (known !== undefined) return known
  try {
    const made = randomSecret()
    await store.transact(({ secrets }) => secrets.insert(name, made))
    return made
  } catch (error) {
    // Another instance has made it in the meantime.
    if (error instanceof ConstraintError && error.kind === 'unique') return sharedSecret(store, name)
    throw error
  }
}
