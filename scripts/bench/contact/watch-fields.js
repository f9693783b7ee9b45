// Runs in the page that is measured, before anything of its own. Tells the time at which all fields are painted,
// and the time at which a letter shows that was typed then.
(() => {
  const tellTime = (what) => globalThis.tell(JSON.stringify({ [what]: performance.now() }));

  /** A frame is drawn when a message arrives that was posted from within it. */
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(null);
    });

  const isThere = (name) => document.querySelector(`[name=${name}]`)?.getClientRects().length > 0;

  function look() {
    if (!isThere("message") || !isThere("consent")) {
      requestAnimationFrame(look);
      return;
    }
    const message = document.querySelector("[name=message]");
    message.addEventListener("input", () => afterPaint(() => tellTime("typed")), { once: true });
    afterPaint(() => {
      message.focus();
      tellTime("painted");
    });
  }

  requestAnimationFrame(look);
})();
