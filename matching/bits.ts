/** Sets of slots, a bit each, in 32-bit words. */
export type Bits = Uint32Array

export function emptyBits (slots: number): Bits {
  return new Uint32Array((slots + 31) >>> 5)
}

export function setBit (bits: Bits, slot: number): void {
  bits[slot >>> 5]! |= 1 << (slot & 31)
}

export function clearBit (bits: Bits, slot: number): void {
  bits[slot >>> 5]! &= ~(1 << (slot & 31))
}

/** Keeps in `bits` what is in `others` too; a shorter set has no bits beyond its end. */
export function intersect (bits: Bits, others: Bits): void {
  for (let i = 0; i < bits.length; i++) bits[i]! &= others[i] ?? 0
}

export function unite (bits: Bits, others: Bits): void {
  for (let i = 0; i < bits.length && i < others.length; i++) bits[i]! |= others[i]!
}

export function isEmpty (bits: Bits): boolean {
  return bits.every(word => word === 0)
}

export function widerBits (bits: Bits, slots: number): Bits {
  const wider = emptyBits(slots)
  wider.set(bits)
  return wider
}
