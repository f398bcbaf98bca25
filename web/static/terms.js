// A word that is explained: what it means, on the spot. Without script the link leads to the list of
// words on the method page.
"use strict";

(function () {
  var home = document.querySelector(".explained");
  if (!home || !("showPopover" in HTMLElement.prototype)) {
    return;
  }
  home.hidden = false;
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.term");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    var meaning = document.getElementById("term-" + link.dataset.term);
    if (meaning) {
      event.preventDefault();
      meaning.tabIndex = -1;
      meaning.showPopover();
      meaning.focus();
      meaning.addEventListener("toggle", function back(change) {
        if (change.newState === "closed") {
          meaning.removeEventListener("toggle", back);
          link.focus();
        }
      });
    }
  });
})();
