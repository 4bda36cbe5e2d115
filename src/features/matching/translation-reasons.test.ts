import { expect } from 'chai';
import { type AnalysedText, analyse } from './analyse.ts';
import { createIndexCore } from './index-core.ts';
import { indexedTerms } from './indexed-terms.ts';
import { createSegmenter } from './segmenter.ts';
import { snippetOf } from './snippet.ts';
import { saidInTranslation } from './translation-reasons.ts';
import { indexTuning } from './tuning.ts';

describe('reasons in two languages', () => {
  const segmenter = createSegmenter();
  const body = 'A crawler looks at each weld, and at every weld seam of the vessel, for corrosion.';
  const need = analyse([{ field: 'problem', text: '压力容器的焊缝生锈，焊缝看不到。' }], segmenter);
  const capability = analyse([{ field: 'abstract', text: body }], segmenter);
  const core = createIndexCore((document) => indexedTerms(document, indexTuning.fields, segmenter));
  const where = { visibility: 'public', district: 'd', organizationId: 'o' } as const;
  core.upsert({ id: 'c', revision: 1, title: '', keywords: [], body, ...where });
  const statistics = core.statistics(need.query);
  const textsAt = ({ fields }: AnalysedText, spans: { start: number; end: number }[]) =>
    spans.map(({ start, end }) => fields[0]!.text.slice(start, end));

  it('name the term as each side says it, wherever it stands', () => {
    const said = saidInTranslation(need, capability, statistics);
    const seam = said.find(({ needText }) => needText === '焊缝')!;
    expect(seam.capabilityText).to.equal('weld seam');
    expect(textsAt(need, seam.needSpans)).to.deep.equal(['焊缝', '焊缝']);
    expect(textsAt(capability, seam.capabilitySpans)).to.deep.equal(['weld', 'weld', 'seam']);
    const rust = said.find(({ needText }) => needText === '生锈')!;
    expect(rust.capabilityText).to.equal('corrosion');
    // Pressure is not said here, so a pressure vessel is none.
    expect(said.map(({ needText }) => needText)).to.not.include('压力容器');
  });

  it('mark in a stretch of the text what a search found by its other name', () => {
    const { text, spans } = snippetOf(capability, statistics.weights);
    expect(spans.map(({ start, end }) => text.slice(start, end))).to.include('corrosion');
  });
});
