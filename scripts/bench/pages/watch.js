// Runs in the page that is measured, before anything of its own; `watched` was set. Tells the time at which the page
// is ready, and the time at which a letter shows that was typed then. Remembers what moved and what took long.
(() => {
  const { form } = globalThis.watched;
  const tellTime = (what) => globalThis.tell(JSON.stringify({ [what]: performance.now() }));

  /** A frame is drawn when a message arrives that was posted from within it. */
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(null);
    });

  const isThere = (part) => document.querySelector(part)?.getClientRects().length > 0;

  /** The footer is the last of a page, and it is whole when the page has been read to its end. */
  const isReady = () =>
    form ? form.fields.every(isThere) : document.readyState !== "loading" && isThere("footer");

  function look() {
    if (!isReady()) {
      requestAnimationFrame(look);
      return;
    }
    const field = form && document.querySelector(form.typedInto);
    field?.addEventListener("input", () => afterPaint(() => tellTime("typed")), { once: true });
    afterPaint(() => {
      field?.focus();
      tellTime("ready");
    });
  }

  const entriesOf = (type) => {
    const entries = [];
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true });
    return entries;
  };
  const [shifts, tasks] = [entriesOf("layout-shift"), entriesOf("longtask")];

  function countHoldingUp() {
    const resources = performance.getEntriesByType("resource");
    const fonts = resources.filter(({ name }) => /\.(woff2?|ttf|otf)(\?|$)/.test(name));
    return new Set([...fonts, ...resources.filter((each) => each.renderBlockingStatus === "blocking")]).size;
  }

  globalThis.lookBack = () => ({
    holdingUp: countHoldingUp(),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
  });

  requestAnimationFrame(look);
})();
