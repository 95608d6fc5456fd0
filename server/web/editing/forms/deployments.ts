import { contactSection, type Description } from '../description.ts'

export const deployments: Description = {
  resource: 'deployments',
  sections: [
    {
      name: 'deployment',
      fields: [
        { name: 'solutionId', control: { kind: 'reference', to: 'solutions' }, required: true },
        { name: 'cityId', control: { kind: 'reference', to: 'cities' }, required: true },
        { name: 'challengeId', control: { kind: 'reference', to: 'challenges' } },
        { name: 'stage', control: { kind: 'code', list: 'deploymentStages' }, required: true },
        { name: 'period.start', control: { kind: 'day' }, asked: true },
        { name: 'period.end', control: { kind: 'day' } }
      ]
    },
    {
      name: 'results',
      fields: [
        { name: 'cost.amount', control: { kind: 'money', currency: 'cost.currency' }, asked: true },
        { name: 'cost.currency', control: { kind: 'currency' } },
        {
          name: 'indicators',
          asked: true,
          control: {
            kind: 'rows',
            columns: [
              { name: 'name', control: { kind: 'plain' }, max: 300 },
              { name: 'unit', control: { kind: 'plain' }, max: 100 },
              { name: 'before', control: { kind: 'number', as: 'decimal' } },
              { name: 'after', control: { kind: 'number', as: 'decimal' } }
            ]
          }
        },
        { name: 'lessons', control: { kind: 'text', rows: 4 }, max: 10000, asked: true },
        { name: 'failureReason', control: { kind: 'text', rows: 3 }, max: 5000 },
        { name: 'links', control: { kind: 'list', lines: true } }
      ]
    },
    contactSection
  ]
}
