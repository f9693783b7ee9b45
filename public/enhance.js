/*
 * What scripts add to the public pages. Every page works without this file.
 * No storage, nothing about the visitor is read, and one request: that leaving closes what is open.
 */
(() => {
  const all = (selector) => document.querySelectorAll(selector);

  /* Leaving quickly: blank at once, because the next page may take seconds on a slow line, and put the
     neutral page in place of this one, so that "back" does not lead here. */
  const exit = document.querySelector("[data-exit]");
  if (exit) {
    const leave = () => {
      document.documentElement.hidden = true;
      document.title = "";
      /* Closes what is open in this browser; the page does not wait for it. */
      navigator.sendBeacon?.(exit.href);
      location.replace(exit.dataset.exit);
    };
    exit.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });

    let presses = 0;
    let last = 0;
    addEventListener("keydown", (event) => {
      if (event.repeat) return;
      const now = Date.now();
      presses = event.key !== "Shift" ? 0 : now - last < 1500 ? presses + 1 : 1;
      last = now;
      if (presses === 3) leave();
    });
  }

  for (const hint of all("[data-scripted]")) hint.hidden = false;

  /* Copy buttons appear only here, where they work. */
  for (const button of all("[data-copy]")) {
    const label = button.textContent;
    const source = document.getElementById(button.dataset.copy);
    if (!source) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const copied = await copy(source);
      if (!copied) return;
      button.textContent = button.dataset.copied;
      setTimeout(() => {
        button.textContent = label;
      }, 4000);
    });
  }

  async function copy(source) {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      return true;
    } catch {
      /* Without permission, or without https: mark the text, so that one gesture copies it. */
      getSelection().selectAllChildren(source);
      return document.execCommand("copy");
    }
  }

  /* Characters left: silent until the last tenth, then said after a pause in typing. */
  for (const counter of all("[data-count]")) {
    const field = document.getElementById(counter.dataset.count);
    const limit = Number(counter.dataset.limit);
    let pause = 0;
    const show = () => {
      const left = limit - field.value.trim().length;
      const text = left < 0 ? counter.dataset.over : left <= limit / 10 ? counter.dataset.left : "";
      counter.textContent = text.replace("0", Math.abs(left));
      counter.classList.toggle("over", left < 0);
    };
    const later = () => {
      clearTimeout(pause);
      pause = setTimeout(show, 600);
    };
    field?.addEventListener("input", later);
    if (field) show();
  }
})();
