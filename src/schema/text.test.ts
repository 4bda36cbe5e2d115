import { expect } from 'chai';
import type * as z from 'zod';
import { fieldErrors } from '../http/validation.ts';
import { line, text } from './text.ts';

const codes = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? [] : fieldErrors(result.error).map((error) => error.code);
};

describe('text', () => {
  it('trims and composes what people type', () => {
    expect(text(20).parse('  Ame\u0301lie 搭桥 ')).to.equal('Am\u00e9lie 搭桥');
  });

  it('refuses half a surrogate pair, which no store would give back', () => {
    expect(codes(text(20), 'a\ud800b')).to.deep.equal(['malformed_text']);
    expect(codes(text(20), '桥😀')).to.deep.equal([]);
  });

  it('refuses characters that reorder or hide what is read', () => {
    for (const mark of ['\u202e', '\u200f', '\u200b', '\u2066', '\ufeff', '\u0000', '\u009b']) {
      expect(codes(text(20), `a${mark}b`), mark).to.deep.equal(['forbidden_character']);
    }
  });

  it('refuses emptiness, other types and too much', () => {
    expect(codes(text(20), ' \n ')).to.deep.equal(['empty']);
    expect(codes(text(3), '四个字了')).to.deep.equal(['too_big']);
    expect(codes(text(3), { $gt: '' })).to.deep.equal(['wrong_type']);
    expect(codes(text(3), undefined)).to.deep.equal(['required']);
  });

  it('keeps names on one line', () => {
    expect(codes(line(20), 'a\nb')).to.have.length(1);
    expect(codes(text(20), 'a\nb')).to.deep.equal([]);
  });
});
