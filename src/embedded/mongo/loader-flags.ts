const withValue = new Set(['--import', '--require', '-r', '--loader', '--experimental-loader']);
const alone = new Set(['--enable-source-maps', '--no-warnings']);

/**
 * The flags of this process that a child needs to load the same files. Nothing else is handed on:
 * with `-e` the child would run the parent's script again, and start children of its own.
 */
export function loaderFlags(execArgv: string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < execArgv.length; i++) {
    const flag = execArgv[i]!;
    if (alone.has(flag) || withValue.has(flag.split('=')[0]!)) {
      kept.push(flag);
      if (withValue.has(flag) && i + 1 < execArgv.length) kept.push(execArgv[++i]!);
    }
  }
  return kept;
}
