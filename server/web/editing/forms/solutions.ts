import { contactSection, type Description } from '../description.ts'

export const solutions: Description = {
  resource: 'solutions',
  sections: [
    {
      name: 'solution',
      fields: [
        { name: 'providerId', control: { kind: 'reference', to: 'providers' } },
        { name: 'title', control: { kind: 'text' }, required: true, max: 300 },
        { name: 'summary', control: { kind: 'text', rows: 5 }, required: true, max: 5000 },
        { name: 'problem', control: { kind: 'text', rows: 4 }, max: 10000, asked: true },
        { name: 'howItWorks', control: { kind: 'text', rows: 4 }, max: 20000, asked: true },
        { name: 'benefit', control: { kind: 'text', rows: 3 }, max: 5000, asked: true }
      ]
    },
    {
      name: 'about',
      fields: [
        { name: 'areas', control: { kind: 'codes', list: 'areas' }, required: true },
        { name: 'kind', control: { kind: 'code', list: 'solutionKinds' }, required: true },
        { name: 'readiness', control: { kind: 'code', list: 'readinessLevels', as: 'number' }, asked: true },
        { name: 'countries', control: { kind: 'places', of: 'country' }, asked: true },
        { name: 'languages', control: { kind: 'places', of: 'language' }, asked: true }
      ]
    },
    {
      name: 'price',
      folded: true,
      fields: [
        { name: 'price.model', control: { kind: 'code', list: 'priceModels' } },
        { name: 'price.min', control: { kind: 'money', currency: 'price.currency' } },
        { name: 'price.max', control: { kind: 'money', currency: 'price.currency' }, asked: true },
        { name: 'price.currency', control: { kind: 'currency' } },
        { name: 'deliveryMonths.min', control: { kind: 'number', as: 'whole' }, asked: true },
        { name: 'deliveryMonths.max', control: { kind: 'number', as: 'whole' } }
      ]
    },
    {
      name: 'fit',
      folded: true,
      fields: [
        { name: 'prerequisites', control: { kind: 'texts' } },
        { name: 'fit.populationMin', control: { kind: 'number', as: 'whole' }, asked: true },
        { name: 'fit.populationMax', control: { kind: 'number', as: 'whole' } },
        { name: 'fit.incomeGroups', control: { kind: 'codes', list: 'incomeGroups' } },
        { name: 'fit.climates', control: { kind: 'codes', list: 'climates' } }
      ]
    },
    {
      name: 'technical',
      folded: true,
      fields: [
        { name: 'standards', control: { kind: 'list' }, asked: true },
        { name: 'dataHosting', control: { kind: 'places', of: 'country' }, asked: true },
        { name: 'licence', control: { kind: 'plain' }, max: 100 },
        { name: 'sdgTargets', control: { kind: 'list' } }
      ]
    },
    contactSection
  ]
}
