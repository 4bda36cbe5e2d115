/**
 * Watches a page from before its beginning, in the page itself: when rows are drawn, and what kept
 * it busy for longer than 50 ms. `window.observed` holds it.
 */
export const pageObserver = `(() => {
  let begun = 0;
  let before = '';
  const longTasks = [];
  const placeOf = (one) => one.href ?? one.querySelector('a')?.href ?? '-';
  const rowsOf = (css) => [...document.querySelectorAll(css)].map(placeOf).join();
  const isLoading = () => document.querySelector('main [role=status][aria-label]') !== null;
  window.observed = {
    longTasks,
    /** The next rows are those that differ from the present ones. */
    begin(css, act) {
      before = rowsOf(css);
      begun = performance.now();
      act();
    },
    /** Milliseconds from the beginning until new rows were drawn. */
    newRows: (css, timeout) => new Promise((found, failed) => {
      const end = performance.now() + timeout;
      const look = () => {
        const now = document.body && !isLoading() ? rowsOf(css) : '';
        if (now !== '' && now !== before) found(performance.now() - begun);
        else if (performance.now() > end) failed(new Error('no new ' + css));
        else requestAnimationFrame(look);
      };
      look();
    }),
    /** Follows an address within the application. */
    go(address) {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    },
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
})()`;
