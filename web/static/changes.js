// Keys and a bar for the page that compares two drafts: n or j goes to the next change, p or k to the
// one before, over the pages of a long comparison too. One column or two is remembered. The page works
// without.
"use strict";

(function () {
  var VIEW = "compare-view";

  function remembered() {
    try {
      return window.localStorage.getItem(VIEW);
    } catch (error) {
      return null;
    }
  }

  function remember(view) {
    try {
      window.localStorage.setItem(VIEW, view);
    } catch (error) {
      // Storage is switched off: nothing is remembered.
    }
  }

  var views = document.querySelectorAll("[data-view]");
  Array.prototype.forEach.call(views, function (link) {
    link.addEventListener("click", function () {
      remember(link.getAttribute("data-view"));
    });
    var other = link.getAttribute("data-view") === "side" && !link.hasAttribute("aria-current");
    var wide = window.matchMedia("(min-width: 60rem)").matches;
    var there = link.href.split("#")[0];
    // In a frozen copy of the site there is but one view.
    if (other && wide && remembered() === "side" && there !== window.location.href.split("#")[0]) {
      window.location.replace(there + window.location.hash);
    }
  });

  var changes = Array.prototype.slice.call(document.querySelectorAll("[data-change]"));
  var status = document.getElementById("status");
  var bar = document.querySelector("[data-bar]");
  var hint = document.querySelector("[data-keys]");
  if (!changes.length || !bar) {
    return;
  }
  var now = bar.querySelector("[data-now]");
  var total = Number(bar.getAttribute("data-total"));

  function said(name, place) {
    var many = total.toLocaleString(document.documentElement.lang);
    return bar.getAttribute(name).replace("{n}", place).replace("{total}", many);
  }

  function show(change) {
    // At the top of the page stands the way to the first change.
    bar.classList.toggle("hidden", !change && window.scrollY < 200);
    now.textContent = said("data-place", change ? change.getAttribute("data-change") : "–");
  }

  function tell(change, how) {
    show(change);
    status.textContent = said(how || "data-said", change.getAttribute("data-change"));
  }

  function turn(which) {
    // The change is on another page of the comparison.
    var link = bar.querySelector(which);
    if (link) {
      window.location.assign(link.href);
    }
    return Boolean(link);
  }

  function go(to) {
    if ((to < 0 && turn("[data-before]")) || (to >= changes.length && turn("[data-after]"))) {
      return;
    }
    var change = changes[Math.max(0, Math.min(changes.length - 1, to))];
    change.focus({ preventScroll: true });
    change.scrollIntoView({ block: "start", behavior: "instant" });
    // A key that leads nowhere would seem not to have been heard.
    tell(change, to < 0 ? "data-first" : to >= changes.length ? "data-last" : "data-said");
  }

  function here() {
    // Where the reader is: the change that has the focus, if it is in sight, or the last that
    // begins above.
    var focused = document.activeElement && document.activeElement.closest("[data-change]");
    var box = focused && focused.getBoundingClientRect();
    if (box && box.bottom > 0 && box.top < window.innerHeight) {
      return changes.indexOf(focused);
    }
    return above();
  }

  function above() {
    // They stand in the order of the page: half of the rest is left out at each look.
    var low = -1;
    var high = changes.length;
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (changes[middle].getBoundingClientRect().top < 80) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "n" || event.key === "j") {
      go(here() + 1);
    } else if (event.key === "p" || event.key === "k") {
      go(here() - 1);
    }
  });

  bar.addEventListener("click", function (event) {
    var button = event.target.closest("[data-step]");
    if (button) {
      go(here() + Number(button.getAttribute("data-step")));
    }
  });

  var waiting = false;
  window.addEventListener("scroll", function () {
    if (waiting) {
      return;
    }
    waiting = true;
    window.requestAnimationFrame(function () {
      waiting = false;
      show(changes[above()]);
    });
  }, { passive: true });

  document.documentElement.classList.add("has-bar");
  if (hint) {
    hint.classList.remove("hidden");
  }
  show(changes[above()]);

  // Whoever comes from another page of the comparison goes on from here.
  var asked = null;
  try {
    asked = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  } catch (error) {
    // What stands behind the # is no anchor.
  }
  var reached = asked && asked.closest("[data-change]");
  if (reached) {
    if (reached === asked) {
      asked.focus({ preventScroll: true });
    }
    tell(reached);
  }
})();
