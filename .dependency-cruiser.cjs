/** Who may import whom. Each rule is a sentence of docs/architecture.md; a planted violation of each turns this red. */

/** On the server an area may call the doors of those before it. What comes later follows the ledger instead. */
const order = [
  'organisation',
  'premises',
  'incidents',
  'referrals',
  'papers',
  'hazards',
  'complaints',
  'inspections',
  'work',
  'analysis',
]

const area = '^src/areas/([^/]+)/'
const server = '/(store|routes|public|jobs)[.]ts$'
const screens = '/desk/'
const tests = '([.]test[.]tsx?$|^src/app/testing/|/testing(-setup)?[.]ts$)'
/** A file in an area is a rule, and pure, unless its name says otherwise. */
const rule = { path: '^src/areas/.*[.]ts$', pathNot: [server, screens] }

const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no circles', {}, { circular: true }),
    ...order.map((name, i) =>
      forbid(
        `${name} calls only the areas below it`,
        { path: `^src/areas/${name}/` },
        // A page shows what every area has to say of its record: parts are the one way up.
        { path: `^src/areas/(${order.slice(i + 1).join('|') || '-'})/`, pathNot: '/desk/parts/' },
      ),
    ),
    forbid(
      'the kernel stands alone',
      { path: '^src/kernel/' },
      { pathNot: ['^src/kernel/', '^node_modules/(zod|@orpc/contract)/'] },
    ),
    forbid('the platform knows no area', { path: '^src/platform/' }, { path: '^src/(areas|app|desk)/' }),
    forbid('rules are pure', rule, { pathNot: ['^src/kernel/', '^src/areas/', '^node_modules/(zod|@orpc/contract)/'] }),
    forbid('rules are pure, within areas too', rule, { path: [server, screens] }),
    forbid(
      'an area is entered by its door',
      { path: area },
      {
        path: '^src/areas/',
        // What may be asked is public at any depth.
        pathNot: ['^src/areas/$1/', '/(public|contract)[.]ts$', '/desk/parts/', '^src/areas/[^/]+/[a-z-]+[.]ts$'],
      },
    ),
    forbid(
      'store and routes are private',
      { path: area },
      { path: '^src/areas/.*/(store|routes|jobs)[.]ts$', pathNot: '^src/areas/$1/' },
    ),
    forbid('a store knows no route', { path: '/store[.]ts$' }, { path: '/(routes|public|jobs)[.]ts$' }),
    forbid(
      'screens never touch the server',
      { path: ['^src/desk/', screens] },
      { path: [server, '^src/platform/', '^node_modules/(kysely|pg|fastify|@orpc/server)/'] },
    ),
    forbid('screens know no Node', { path: ['^src/desk/', screens] }, { dependencyTypes: ['core'] }),
    forbid('the server draws nothing', { path: [server, '^src/(platform|app)/'] }, { path: ['^src/desk/', screens] }),
    forbid(
      'SQL lives in stores',
      { path: '^src/', pathNot: ['/store[.]ts$', '^src/platform/'] },
      { path: '^node_modules/(kysely|pg)/' },
    ),
    forbid(
      'only app puts areas together',
      { path: '^src/(areas|desk)/' },
      { path: '^src/app/', pathNot: '^src/app/contract[.]ts$' },
    ),
    // geojson is types alone: there is no module to find.
    forbid('every import resolves', {}, { couldNotResolve: true, pathNot: '^geojson$' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: tests },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
