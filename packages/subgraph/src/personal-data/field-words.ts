/** What the fields of a copy are called in Chinese. In English their names are read as they are written. */
export const fieldWords: Readonly<Record<string, string>> = {
  id: '编号',
  displayName: '姓名',
};
