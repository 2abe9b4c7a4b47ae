// Types of the graph and of every operation in src, from the committed API schema.
export default {
  schema: '../../gateway/api.graphql',
  documents: ['src/**/*.graphql'],
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
