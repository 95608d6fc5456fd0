/** Words of a list written with spaces and line ends between them. */
export function listed (words: string): string[] {
  return words.split(/\s+/u).filter(word => word !== '')
}
