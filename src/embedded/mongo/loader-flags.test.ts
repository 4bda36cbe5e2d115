import { expect } from 'chai';
import { loaderFlags } from './loader-flags.ts';

describe('the flags handed to the child', () => {
  it('are those of loaders, never a script or a debugger', () => {
    const own = ['--require', 'a.cjs', '--import=tsx', '-e', 'start()', '--inspect=0', '-p', '1'];
    expect(loaderFlags([...own, '--enable-source-maps', '--import', 'b'])).to.deep.equal([
      '--require',
      'a.cjs',
      '--import=tsx',
      '--enable-source-maps',
      '--import',
      'b',
    ]);
  });
});
