/** What tells files apart in a command's input, which is compared as JSON. */
export const fileMarks = (files: readonly File[]): string[] =>
  files.map(({ name, size, lastModified }) => `${name} ${size} ${lastModified}`);
