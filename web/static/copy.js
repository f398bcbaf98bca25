/* A button beside each field that holds something to copy; without script the field can be
   selected by hand. */
"use strict";

(() => {
  for (const row of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(row.dataset.copy);
    const said = row.querySelector("[role=status]");
    row.classList.remove("hidden");
    row.querySelector("button").addEventListener("click", async () => {
      field.focus();
      field.select();
      let copied = false;
      try {
        await navigator.clipboard.writeText(field.value);
        copied = true;
      } catch {
        copied = document.execCommand("copy");
      }
      said.textContent = copied ? said.dataset.copied : said.dataset.selected;
    });
  }
})();
