/** Pages that the foot of every page leads to. */
export const legalPages = ['privacy', 'terms', 'accessibility'] as const
export type LegalPageName = (typeof legalPages)[number]
