import { contactSection, type Description } from '../description.ts'

export const challenges: Description = {
  resource: 'challenges',
  sections: [
    {
      name: 'problem',
      fields: [
        { name: 'cityId', control: { kind: 'reference', to: 'cities' }, required: true },
        { name: 'title', control: { kind: 'text' }, required: true, max: 300 },
        { name: 'problem', control: { kind: 'text', rows: 7 }, required: true, max: 20000 },
        { name: 'affected', control: { kind: 'text', rows: 3 }, max: 5000, asked: true },
        { name: 'desiredOutcome', control: { kind: 'text', rows: 3 }, max: 5000, asked: true },
        { name: 'alreadyTried', control: { kind: 'text', rows: 3 }, max: 5000, asked: true }
      ]
    },
    {
      name: 'about',
      fields: [
        { name: 'areas', control: { kind: 'codes', list: 'areas' }, required: true },
        { name: 'stage', control: { kind: 'code', list: 'challengeStages' }, asked: true },
        { name: 'seeking', control: { kind: 'codes', list: 'seekings' }, asked: true }
      ]
    },
    {
      name: 'beneficiaries',
      folded: true,
      fields: [
        { name: 'beneficiaries', control: { kind: 'codes', list: 'beneficiaryGroups' }, asked: true },
        { name: 'beneficiaryCount', control: { kind: 'number', as: 'whole' } },
        { name: 'sdgTargets', control: { kind: 'list' } }
      ]
    },
    {
      name: 'money',
      folded: true,
      fields: [
        { name: 'budget.min', control: { kind: 'money', currency: 'budget.currency' } },
        { name: 'budget.max', control: { kind: 'money', currency: 'budget.currency' }, asked: true },
        { name: 'budget.currency', control: { kind: 'currency' } },
        { name: 'budget.status', control: { kind: 'code', list: 'budgetStatuses' } },
        { name: 'timeline.start', control: { kind: 'day' } },
        { name: 'timeline.decisionBy', control: { kind: 'day' } },
        { name: 'timeline.neededBy', control: { kind: 'day' }, asked: true },
        { name: 'procurementRoute', control: { kind: 'code', list: 'procurementRoutes' } }
      ]
    },
    {
      name: 'conditions',
      folded: true,
      fields: [
        { name: 'requiredStandards', control: { kind: 'list' } },
        { name: 'dataResidency', control: { kind: 'places', of: 'country' } },
        {
          name: 'constraints',
          control: {
            kind: 'rows',
            columns: [
              { name: 'text', control: { kind: 'text' }, max: 1000 },
              { name: 'hard', control: { kind: 'code', list: 'strictness', as: 'truth' }, preset: 'false' }
            ]
          }
        },
        { name: 'openToJointWork', control: { kind: 'code', list: 'truth', as: 'truth' } }
      ]
    },
    {
      name: 'figures',
      folded: true,
      fields: [
        {
          name: 'indicators',
          control: {
            kind: 'rows',
            columns: [
              { name: 'name', control: { kind: 'plain' }, max: 300 },
              { name: 'unit', control: { kind: 'plain' }, max: 100 },
              { name: 'baseline', control: { kind: 'number', as: 'decimal' } },
              { name: 'target', control: { kind: 'number', as: 'decimal' } },
              { name: 'by', control: { kind: 'day' } }
            ]
          }
        },
        { name: 'context', control: { kind: 'text', rows: 4 }, max: 20000 },
        { name: 'reviewOn', control: { kind: 'day' } },
        { name: 'expiresOn', control: { kind: 'day' } }
      ]
    },
    contactSection
  ]
}
