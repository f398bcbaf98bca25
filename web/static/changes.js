// Keys for the compare page: n and p go to the next and the previous change. The page works without.
"use strict";

(function () {
  var changes = Array.prototype.slice.call(document.querySelectorAll("[data-change]"));
  var status = document.getElementById("status");
  var hint = document.querySelector("[data-keys]");
  if (!changes.length) {
    return;
  }
  if (hint) {
    hint.classList.remove("hidden");
  }
  var at = -1;

  function go(to) {
    at = Math.max(0, Math.min(changes.length - 1, to));
    changes[at].focus({ preventScroll: true });
    changes[at].scrollIntoView({ block: "start" });
    if (status) {
      status.textContent = "Change " + (at + 1) + " of " + changes.length;
    }
  }

  function here() {
    // Where the reader is: the change that has the focus, or the last that begins above.
    var focused = document.activeElement && document.activeElement.closest("[data-change]");
    if (focused) {
      return changes.indexOf(focused);
    }
    var last = -1;
    changes.forEach(function (change, place) {
      if (change.getBoundingClientRect().top < 80) {
        last = place;
      }
    });
    return last;
  }

  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "n") {
      go(here() + 1);
    } else if (event.key === "p") {
      go(here() - 1);
    }
  });
})();
