const mark = 'daqiao.reloaded';
/** Where two builds answer by turns, a reload may not help: it is not tried again at once. */
const betweenReloadsMs = 60_000;

const scriptOf = (page: Document) =>
  page.querySelector('script[type=module][src]')?.getAttribute('src');

/** Whether the pages that the service has by now are others than this tab's. */
async function isNewer(): Promise<boolean> {
  const answer = await fetch('/', { headers: { accept: 'text/html' }, cache: 'no-store' });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const script = scriptOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  return script !== undefined && script !== scriptOf(document);
}

/**
 * A tab that was left open may need a part of its pages that a newer build took away, or may not
 * understand a newer answer: it is loaded anew, once. Forms keep what was typed as the page goes.
 */
export async function reloadIfNewer(): Promise<'reloads' | 'same' | 'unreachable'> {
  try {
    if (!(await isNewer())) return 'same';
  } catch {
    return 'unreachable';
  }
  if (Date.now() - Number(sessionStorage.getItem(mark)) < betweenReloadsMs) return 'same';
  sessionStorage.setItem(mark, String(Date.now()));
  location.reload();
  return 'reloads';
}
