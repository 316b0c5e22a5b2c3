import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('readOptions', () => {
  it('nothing_given__takes_the_usual_port__and_keeps_the_workspace', () => {
    const usual = { ok: true, options: { reset: false, port: 8080, folder: null } };
    expect(readOptions([], {})).toEqual(usual);
    expect(readOptions([], { PORT: '', CCI_WORKSPACE: '' })).toEqual(usual);
  });
  it('port__argument_goes_before_variable', () => {
    expect(readOptions(['--port', '9001'], { PORT: '9000' })).toMatchObject({ options: { port: 9001 } });
    expect(readOptions(['--port=0'], {})).toMatchObject({ options: { port: 0 } });
    expect(readOptions([], { PORT: '9000' })).toMatchObject({ options: { port: 9000 } });
  });
  it('folder__comes_from_its_variable', () => {
    expect(readOptions(['--reset'], { CCI_WORKSPACE: '/tmp/one' })).toMatchObject({
      options: { folder: '/tmp/one', reset: true },
    });
  });
  const bad: [string, string[]][] = [
    ['unknown option', ['--rest']],
    ['no number', ['--port', 'abc']],
    ['missing number', ['--port']],
    ['too large', ['--port', '70000']],
    ['negative', ['--port', '-1']],
  ];
  for (const [note, args] of bad) {
    it(`${note} is refused in words`, () => {
      const read = readOptions(args, {});
      expect(read.ok).toBe(false);
      expect(read).toHaveProperty('message');
    });
  }
});
