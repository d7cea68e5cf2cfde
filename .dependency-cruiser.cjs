/** The directions of imports; docs/architecture.md draws them. Every rule says why it is there. */

const tests = '\\.(?:test|spec)\\.tsx?$|^domain/testing/|^e2e/|/testing\\.ts$';

/** Kernel and module files of the domain that need neither database nor server. */
const pureKernel = 'map|result|permissions|partial-date|working-days|countries|places|names|events|input|workbook';
const pureModule =
  'input|pipeline|fates|terms|thread|score|verdict|fields|letter-kinds|partner-kinds|rules|formats|catalogue|limits|words|parts|report-period';
const pureArchive = 'archive/reading/formats|archive/normalising';
const pureDomain = `^domain/(?:(?:${pureKernel})|${pureArchive}|[^/]+/(?:${pureModule}))(?:\\.ts$|/)`;

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that need each other can only be understood together: move what both need into a third one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports it and it imports nothing: use it or delete it.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: `${tests}|\\.d\\.ts$|^[^/]+$|^scripts/|^app/.*/(?:page|layout|route|error|not-found|loading)\\.tsx?$`,
      },
      to: {},
    },
    {
      name: 'nothing-imports-app',
      comment: 'Pages and actions are the outermost layer: what others need of them belongs to components or domain.',
      severity: 'error',
      from: { pathNot: `^app/|${tests}` },
      to: { path: '^app/' },
    },
    {
      name: 'app-knows-no-table',
      comment: 'Pages read through queries and act through commands: who may do what is decided there.',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: { path: '^db/' },
    },
    {
      name: 'components-stay-in-front',
      comment:
        'Components may run in the browser: database, settings, documents and server scripts must not follow them there.',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: { path: '^(?:db|documents|scripts)/|^(?:env|auth|log)\\.ts$' },
    },
    {
      name: 'components-take-pure-domain',
      comment: 'Components take rules and words from pure files and only types from queries; actions come in as props.',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: { path: '^domain/', pathNot: pureDomain, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-knows-no-web',
      comment:
        'The domain is what the museum would still need if the web went away; worker and command line use it too.',
      severity: 'error',
      from: { path: '^(?:domain|db)/' },
      to: { path: '(?:^|node_modules/)(?:next|react|react-dom|next-auth|next-intl|react-hook-form)(?:/|$)' },
    },
    {
      name: 'domain-imports-db-only',
      comment: 'The domain stands on the database and on nothing that stands on the domain.',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: { path: '^(?:app|components|documents|scripts|e2e|messages)/|^(?:auth|proxy|instrumentation)\\.ts$' },
    },
    {
      name: 'db-imports-nothing',
      comment: 'Tables and connections know types of the domain at most: the database can be opened by any program.',
      severity: 'error',
      from: { path: '^db/', pathNot: tests },
      to: {
        path: '^(?:app|components|documents|domain|scripts|e2e|messages)/|^(?:env|auth|log|proxy)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'one-write-path',
      comment:
        'Rows, event and outbox are written together by domain/change.ts; everyone else has a store that cannot write.',
      severity: 'error',
      from: {
        path: '^(?:app|components|documents|domain|messages|scripts)/',
        pathNot: `^domain/(?:change|database)\\.ts$|${tests}`,
      },
      to: { path: '^db/store', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'documents-are-pure',
      comment: 'Documents turn data into bytes: they are told what to say, and never look for it.',
      severity: 'error',
      from: { path: '^documents/', pathNot: tests },
      to: {
        path: '^(?:app|components|db|scripts|e2e)/|^(?:env|auth|log)\\.ts$|^domain/',
        pathNot: pureDomain,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'tests-stay-outside',
      comment: 'What runs at the museum must not depend on tests and their helpers.',
      severity: 'error',
      from: { pathNot: `${tests}|^scripts/` },
      to: { path: tests },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.json$|\\.css$' },
    // Type-only imports disappear before they run, but rules speak of them.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
