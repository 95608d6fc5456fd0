let from = ''
const later = new Map<number, string>()

/**
 * A day so many calendar months on, part months up; the month's last day where it has no such day. ISO 8601 in and out.
 * A gate asks this of thousands of profiles with one date and few delivery times: answers for the last date are kept.
 */
export function addMonths (date: string, months: number): string {
  if (date !== from) {
    from = date
    later.clear()
  }
  let sum = later.get(months)
  if (sum === undefined) {
    const year = Number(date.slice(0, 4))
    const month = Number(date.slice(5, 7)) - 1 + Math.ceil(months)
    const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    sum = new Date(Date.UTC(year, month, Math.min(Number(date.slice(8, 10)), lastDay))).toISOString().slice(0, 10)
    later.set(months, sum)
  }
  return sum
}

/** The date of an ISO 8601 date or instant. */
export function day (date: string): string {
  return date.slice(0, 10)
}
