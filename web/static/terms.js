// A word that is explained: what it means, on the spot. Without script the link leads to the list of
// words on the method page.
"use strict";

(function () {
  var home = document.querySelector(".explained");
  if (!home || !("showPopover" in HTMLElement.prototype)) {
    return;
  }
  home.hidden = false;

  // Back to the word, unless the reader has gone elsewhere.
  function back(link, meaning) {
    if (meaning.contains(document.activeElement) || document.activeElement === document.body) {
      link.focus({ preventScroll: true });
    }
  }

  function show(link, meaning) {
    meaning.tabIndex = -1;
    // What a screen reader says when the focus comes here.
    meaning.setAttribute("role", "dialog");
    meaning.setAttribute("aria-label", meaning.textContent.trim());
    meaning.addEventListener("toggle", function closed(change) {
      if (change.newState === "closed") {
        meaning.removeEventListener("toggle", closed);
        back(link, meaning);
      }
    });
    // The list of words stands at the end of the page, from where a tab would leave it.
    meaning.onkeydown = function (event) {
      var more = meaning.querySelector("a");
      if (event.key === "Tab" && !event.shiftKey && more && document.activeElement !== more) {
        event.preventDefault();
        more.focus();
      } else if (event.key === "Tab") {
        link.focus({ preventScroll: true });
        meaning.hidePopover();
      }
    };
    meaning.showPopover();
    meaning.focus();
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.term");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    var meaning = document.getElementById("term-" + link.dataset.term);
    if (meaning) {
      event.preventDefault();
      if (!meaning.matches(":popover-open")) {
        show(link, meaning);
      }
    }
  });
})();
