// The story of a provision: a slider over its rounds, keys n and p for the next and the previous
// change, and the words that bear a sentence. The page works without: its rounds are anchors.
"use strict";

(function () {
  var section = document.querySelector("[data-rounds]");
  var bar = document.querySelector("[data-story]");
  if (!section || !bar) {
    return;
  }
  var ticks = Array.prototype.slice.call(bar.querySelectorAll(".round-tick"));
  var moments = Array.prototype.slice.call(section.querySelectorAll(".moment"));
  var said = bar.querySelector("[data-said]:not(.round-tick)");
  var status = bar.querySelector("[data-status]");
  var keeping = Array.prototype.slice.call(section.querySelectorAll("a[data-keep]"));
  var at = ticks.findIndex(function (tick) { return tick.classList.contains("now"); });
  var steps = Array.prototype.slice.call(bar.querySelectorAll("[data-step]"));
  var slider = null;

  function shown(place, quietly) {
    // Brings one round into sight; what it says is spoken unless the slider speaks it itself.
    at = Math.max(0, Math.min(ticks.length - 1, place));
    ticks.forEach(function (tick, n) {
      tick.classList.toggle("now", n === at);
      if (n === at) {
        tick.setAttribute("aria-current", "true");
      } else {
        tick.removeAttribute("aria-current");
      }
    });
    moments.forEach(function (moment, n) {
      moment.classList.toggle("now", n === at);
    });
    var same = section.classList.contains("one") && moments[at].querySelector("details.same-text");
    if (same) {
      same.open = true;
    }
    var words = ticks[at].dataset.said;
    said.textContent = words;
    if (slider) {
      slider.value = String(at + 1);
      slider.setAttribute("aria-valuetext", words);
    }
    if (!quietly) {
      status.textContent = words;
    }
    keeping.forEach(function (link) {
      link.hash = moments[at].id;
    });
    steps.forEach(function (link) {
      var place = beside(Number(link.dataset.step));
      link.setAttribute("href", "#" + moments[place < 0 ? at : place].id);
      if (place < 0) {
        link.setAttribute("aria-disabled", "true");
      } else {
        link.removeAttribute("aria-disabled");
      }
    });
  }

  function beside(by) {
    // The next change in one direction, -1 if there is none.
    var place = at + by;
    while (place >= 0 && place < ticks.length && !ticks[place].hasAttribute("data-event")) {
      place += by;
    }
    return place >= 0 && place < ticks.length ? place : -1;
  }

  function named(hash) {
    // What an anchor leads to, null for nothing; an address may hold any sign after the #.
    var id = hash.replace(/^#/, "");
    try {
      id = decodeURIComponent(id);
    } catch (error) {
      return null;
    }
    return id ? document.getElementById(id) : null;
  }

  function placeOf(hash) {
    // The round that an anchor is in, -1 for none.
    var target = named(hash);
    var moment = target && target.closest(".moment");
    return moment ? moments.indexOf(moment) : -1;
  }

  function go(place) {
    shown(place, false);
    history.replaceState(null, "", "#" + moments[at].id);
    moments[at].focus({ preventScroll: true });
    moments[at].scrollIntoView({ block: "start" });
  }

  function follow() {
    var place = placeOf(location.hash);
    if (place < 0) {
      return;
    }
    shown(place, true);
    named(location.hash).scrollIntoView({ block: "start" });
  }

  function step(by) {
    var place = beside(by);
    if (place >= 0) {
      go(place);
    }
  }

  function makeSlider() {
    var holder = bar.querySelector("[data-slider]");
    if (ticks.length < 2) {
      return;
    }
    slider = document.createElement("input");
    slider.type = "range";
    slider.min = "1";
    slider.max = String(ticks.length);
    slider.step = "1";
    slider.setAttribute("aria-label", holder.dataset.label);
    slider.style.setProperty("--rounds", String(ticks.length));
    slider.addEventListener("input", function () {
      shown(Number(slider.value) - 1, true);
    });
    slider.addEventListener("change", function () {
      history.replaceState(null, "", "#" + moments[at].id);
    });
    holder.appendChild(slider);
    holder.classList.add("on");
  }

  function bear() {
    // A sentence under the pointer or with the focus shows its words.
    section.querySelectorAll("li[data-words]").forEach(function (sentence) {
      var words = sentence.dataset.words.split(" ").map(function (id) {
        return document.getElementById(id);
      }).filter(Boolean);
      function mark(on) {
        words.forEach(function (one) { one.classList.toggle("bearing", on); });
      }
      sentence.addEventListener("mouseenter", function () { mark(true); });
      sentence.addEventListener("mouseleave", function () { mark(false); });
      sentence.addEventListener("focusin", function () { mark(true); });
      sentence.addEventListener("focusout", function () { mark(false); });
      words.forEach(function (one) {
        one.addEventListener("mouseenter", function () { sentence.classList.add("borne"); });
        one.addEventListener("mouseleave", function () { sentence.classList.remove("borne"); });
      });
    });
  }

  section.classList.add("driven");
  makeSlider();
  shown(at, true);
  bear();
  follow();
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", function (event) {
    // Before the browser goes to an anchor, what holds it must be in sight.
    var link = event.target.closest("a[href^='#']");
    var place = link ? placeOf(link.getAttribute("href")) : -1;
    if (place < 0) {
      return;
    }
    shown(place, false);
    if (link.hasAttribute("data-step")) {
      // Whoever steps wants to step again: the focus stays where it is.
      event.preventDefault();
      history.replaceState(null, "", "#" + moments[at].id);
    }
  });
  document.addEventListener("keydown", function (event) {
    var typing = /^(SELECT|TEXTAREA)$/.test(event.target.tagName) ||
      (event.target.tagName === "INPUT" && event.target.type !== "range");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "n") {
      step(1);
    } else if (event.key === "p") {
      step(-1);
    }
  });
})();
