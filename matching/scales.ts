/** World Bank income groups, rising. */
export const incomeOrder: readonly string[] = ['low', 'lower-middle', 'upper-middle', 'high']

/**
 * The technology readiness level (ISO 16290) that a challenge at each stage can use: an exploring city can talk about what
 * works in a laboratory, a pilot needs a demonstration in its own kind of place (6), procurement a finished system (8).
 */
export const readinessNeeded: Readonly<Record<string, number>> = { explore: 3, define: 4, plan: 5, pilot: 6, procure: 8, scale: 9 }
