/** A day so many calendar months on; the month's last day where it has no such day. ISO 8601 in and out. */
export function addMonths (date: string, months: number): string {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7)) - 1 + Math.ceil(months)
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Math.min(Number(date.slice(8, 10)), lastDay)
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}

/** The date of an ISO 8601 date or instant. */
export function day (date: string): string {
  return date.slice(0, 10)
}
