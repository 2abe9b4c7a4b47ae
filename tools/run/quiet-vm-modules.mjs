// jest runs ES modules through node:vm, whose warning on every worker would bury the results. Only that one is hidden.
const emitWarning = process.emitWarning;
process.emitWarning = (warning, ...rest) => {
  if (String(warning).startsWith('VM Modules is an experimental feature')) return;
  emitWarning.call(process, warning, ...rest);
};
