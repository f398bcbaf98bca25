/* A draft to read. Contents lie open beside the text where there is room. Beside a passage its page
   of the file is shown; without this script, or without room, the link leads to a page of its own. */
"use strict";

(() => {
  const wide = matchMedia("(min-width: 60rem)");
  const room = matchMedia("(min-width: 75rem)");
  for (const one of document.querySelectorAll("[data-fold]")) {
    one.open = wide.matches;
  }
  for (const link of document.querySelectorAll(".contents a")) {
    link.addEventListener("click", () => {
      if (!wide.matches) {
        link.closest("details").open = false;
      }
    });
  }
  document.querySelector(".document").addEventListener("click", (event) => {
    // Who selects words to copy them, or follows a link, asks for no more.
    if (!event.target.closest("a, summary") && getSelection().isCollapsed) {
      event.target.closest(".provision")?.classList.toggle("touched");
    }
  });

  const reading = document.querySelector("[data-sheets]");
  if (!reading) {
    return;
  }
  const say = reading.dataset;
  let panel = null;
  let from = null;

  const made = (name, inside, properties = {}) => {
    const one = Object.assign(document.createElement(name), properties);
    inside.append(one);
    return one;
  };

  const address = (link, kind, wanted) => {
    const found = new URL(link.href);
    found.pathname += kind;
    found.hash = "";
    if (kind === ".png") {
      found.searchParams.delete("p");  // the same picture for all passages of the page
    }
    for (const [name, value] of Object.entries(wanted)) {
      found.searchParams.set(name, value);
    }
    return found.href;
  };

  const close = () => {
    const stood = from.getBoundingClientRect().top;
    panel.remove();
    panel = null;
    reading.classList.remove("with-panel");
    reading.querySelector(".shown")?.classList.remove("shown");
    scrollBy({ top: from.getBoundingClientRect().top - stood, behavior: "instant" });
    from.focus({ preventScroll: true });
  };

  const show = (link) => {
    const first = !panel;
    const stood = link.getBoundingClientRect().top;
    if (first) {
      panel = made("aside", reading, { className: "source-panel", lang: document.documentElement.lang });
      panel.setAttribute("aria-labelledby", "source-panel");
    }
    panel.replaceChildren();
    reading.classList.add("with-panel");
    const provision = link.closest(".provision");
    reading.querySelector(".shown")?.classList.remove("shown");
    provision.classList.add("shown");
    const head = made("header", panel);
    const text = say.of.replace("{n}", link.dataset.page).replace("{what}", link.dataset.what);
    const title = made("h2", head, { id: "source-panel", textContent: text, tabIndex: -1 });
    made("button", head, { type: "button", textContent: say.close, onclick: close });
    const sheet = made("div", panel, { className: "sheet-picture" });
    const waiting = made("p", sheet, { className: "waiting", textContent: say.waiting });
    const picture = made("img", sheet, { alt: text, width: 800, height: 1131 });
    picture.addEventListener("load", () => waiting.remove());
    picture.addEventListener("error", () => sheet.replaceChildren(say.failed));
    picture.src = address(link, ".png", { w: 1200, h: say.sheets });
    made("img", sheet, { className: "outline", alt: "", src: address(link, ".svg", {}) });
    made("a", made("p", panel), { href: link.href, textContent: say.alone });
    from = link;
    title.focus({ preventScroll: true });
    // The text is narrower now; the passage stays where it was.
    scrollBy({ top: link.getBoundingClientRect().top - stood, behavior: "instant" });
  };

  reading.addEventListener("click", (event) => {
    const link = event.target.closest(".page-link");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    // In a copy of the site as files, pages have other names and no pictures of outlines.
    const live = link && /\/page\/[0-9]+$/.test(new URL(link.href).pathname);
    if (live && plain && room.matches) {
      event.preventDefault();
      show(link);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel) {
      close();
    }
  });
})();
