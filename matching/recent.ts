/**
 * Keeps what `make` gave for the objects asked for last, at most `limit` of them; the one left alone longest goes first.
 * An object is taken to be the same only while it is the same object.
 */
export function recent<K extends object, V> (make: (key: K) => V, limit: number): (key: K) => V {
  const kept = new Map<K, V>()
  return key => {
    const value = kept.get(key) ?? make(key)
    kept.delete(key)
    kept.set(key, value)
    if (kept.size > limit) {
      const oldest = kept.keys().next()
      if (oldest.done !== true) kept.delete(oldest.value)
    }
    return value
  }
}
