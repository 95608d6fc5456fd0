import neostandard from 'neostandard'

/** What each folder may not import: db and matching know neither each other nor the server. */
const walls = (files, forbidden) => ({
  files: [files],
  rules: {
    'no-restricted-imports': ['error', { patterns: forbidden.map((folder) => ({ group: [`**/${folder}/**`], message: `${files} knows nothing of ${folder}` })) }]
  }
})

export default [
  ...neostandard({ ts: true, ignores: ['node_modules', '.data', '.cache', '.tap', 'db/migrations'] }),
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'server/config.ts reads the environment' }]
    }
  },
  // Loops over typed arrays index what their bounds hold; a check per element would cost what the arrays gain.
  { files: ['matching/**/*.ts', 'test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['server/config.ts', 'scripts/**/*.ts', 'test/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  walls('db/**/*.ts', ['server', 'matching', 'scripts', 'test']),
  walls('matching/**/*.ts', ['server', 'db', 'scripts', 'test']),
  walls('server/**/*.ts', ['scripts', 'test']),
  walls('server/**/*.tsx', ['scripts', 'test'])
]
