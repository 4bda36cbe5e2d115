import type { Page } from 'playwright-core';
import { vocabularyNames } from '../../../src/vocabulary-names.ts';

/** What the service said to a page. */
export interface Heard {
  /** All of it as one text. */
  data(): Promise<string>;
  /** What it refused since last asked. */
  refusals(): string[];
}

export function listen(page: Page): Heard {
  const texts: Promise<string>[] = [];
  const refused: string[] = [];
  page.on('response', (response) => {
    const address = response.url();
    if (!address.includes('/api/v1/') || address.includes('/events')) return;
    // A need without an assignment answers 404, which its page knows.
    if (response.status() >= 400 && response.status() !== 404) {
      refused.push(`${response.status()} for ${address.replace(/^.*\/api/, '/api')}`);
    }
    texts.push(response.text().catch(() => ''));
  });
  return {
    data: async () => (await Promise.all(texts)).join('\n'),
    refusals: () => refused.splice(0),
  };
}

/** Everything on a page that is read or heard, without the signs for the other language. */
export async function wordsOf(page: Page): Promise<string[]> {
  const found = (await page.evaluate(`(() => {
    const words = document.body.innerText.split('\\n');
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) {
        const word = one.getAttribute(name);
        if (word) words.push(word);
      }
    }
    return words;
  })()`)) as string[];
  return found.filter((text) => !['中文', 'English', ''].includes(text.trim()));
}

/** Chinese that is no data of the service, nor an example of what one may write. */
export function untranslated(words: string[], data: string): string[] {
  return words
    .filter((text) =>
      (text.replace(/example: .*/, '').match(/[\u3400-\u9fff]+/g) ?? []).some(
        (run) => !data.includes(run),
      ),
    )
    .map((text) => `Chinese “${text}”`);
}

const codes = new Set(Object.values(vocabularyNames).flatMap((table) => Object.keys(table)));

/** Words of the wire, such as `wrong_field` or `need.vetted`, and words that were never there. */
export function rawCodes(words: string[], language: 'zh' | 'en'): string[] {
  const told = words.flatMap(
    (text) =>
      text
        // Addresses of people and pages are data.
        .replace(/\S+@\S+|https?:\S+|\S+\.(csv|xlsx|txt|ics|pdf|docx|json)\b/g, ' ')
        .match(/\b[a-z]+(?:[._][a-z]+)+\b|\bundefined\b|\bNaN\b|\[object/g)
        ?.map((code) => `raw code ${code} in “${text.slice(0, 60)}”`) ?? [],
  );
  // In English a code may be a word with just that meaning.
  return language === 'zh' ? [...told, ...words.filter((text) => codes.has(text.trim()))] : told;
}
