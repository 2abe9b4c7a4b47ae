// Types of the graph and of every document of the portal, from the committed API schema.
export default {
  schema: '../../gateway/api.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string', Date: 'string' },
        emitLegacyCommonJSImports: false,
        importExtension: '.js',
      },
    },
  },
};
