type Statement = { readonly language: string; readonly text: string };

/**
 * The statement to show to a reader of a language: the one in exactly that language, else one in another form of it (`zh-TW`
 * for `zh-CN`), else the first; none when there is none.
 */
export function chooseStatement<Each extends Statement>(statements: readonly Each[], wanted: string): Each | undefined {
  const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
  return (
    statements.find(({ language }) => language.toLowerCase() === wanted.toLowerCase()) ??
    statements.find(({ language }) => primary(language) === primary(wanted)) ??
    statements[0]
  );
}
