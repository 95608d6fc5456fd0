import { contactSection, type Description } from '../description.ts'

export const providers: Description = {
  resource: 'providers',
  sections: [
    {
      name: 'provider',
      fields: [
        { name: 'legalName', control: { kind: 'plain' }, required: true, max: 300 },
        { name: 'description', control: { kind: 'text', rows: 5 }, max: 5000, asked: true },
        { name: 'type', control: { kind: 'code', list: 'providerTypes' }, asked: true },
        { name: 'size', control: { kind: 'code', list: 'providerSizes' }, asked: true }
      ]
    },
    {
      name: 'reach',
      fields: [
        { name: 'countries', control: { kind: 'places', of: 'country' }, asked: true },
        { name: 'languages', control: { kind: 'places', of: 'language' }, asked: true },
        { name: 'headquarters.country', control: { kind: 'country' } },
        { name: 'headquarters.city', control: { kind: 'plain' }, max: 200 },
        { name: 'website', control: { kind: 'plain', type: 'url' }, max: 2000 }
      ]
    },
    {
      name: 'standing',
      folded: true,
      fields: [
        { name: 'certifications', control: { kind: 'list' } },
        {
          name: 'identifiers',
          control: {
            kind: 'rows',
            columns: [
              { name: 'scheme', control: { kind: 'plain' }, max: 50 },
              { name: 'value', control: { kind: 'plain' }, max: 100 }
            ]
          }
        },
        { name: 'introductionCap', control: { kind: 'number', as: 'whole' } }
      ]
    },
    contactSection
  ]
}
