import { contactSection, type Description } from '../description.ts'

export const cities: Description = {
  resource: 'cities',
  sections: [
    {
      name: 'city',
      fields: [
        { name: 'name', control: { kind: 'text' }, required: true, max: 200 },
        { name: 'country', control: { kind: 'country' }, required: true },
        { name: 'population', control: { kind: 'number', as: 'whole' }, asked: true },
        { name: 'populationYear', control: { kind: 'number', as: 'whole' } },
        { name: 'languages', control: { kind: 'places', of: 'language' }, asked: true }
      ]
    },
    {
      name: 'place',
      folded: true,
      fields: [
        { name: 'areaServed', control: { kind: 'text', rows: 3 }, max: 2000 },
        { name: 'point.latitude', control: { kind: 'number', as: 'decimal' }, asked: true },
        { name: 'point.longitude', control: { kind: 'number', as: 'decimal' } },
        { name: 'incomeGroup', control: { kind: 'code', list: 'incomeGroups' }, asked: true },
        { name: 'climate', control: { kind: 'code', list: 'climates' }, asked: true },
        { name: 'geonamesId', control: { kind: 'number', as: 'whole' } }
      ]
    },
    contactSection
  ]
}
