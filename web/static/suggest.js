// Suggestions under a search field, while somebody types: a list to choose from by key or pointer.
// Without script the search page shows the same.
"use strict";

(function () {
  var WAIT = 120;

  document.querySelectorAll("input[data-suggest]").forEach(function (field, place) {
    var id = "suggested-" + place;
    var list = document.createElement("ul");
    var said = document.createElement("p");
    // How many there are, in words: one for each number that there can be.
    var counts = field.dataset.suggestCounts.split("|");
    var chosen = -1;
    var asked = 0;
    var timer = 0;

    list.id = id;
    list.className = "suggested";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.dataset.suggestLabel);
    list.hidden = true;
    said.className = "said";
    said.setAttribute("role", "status");
    field.parentNode.classList.add("suggesting");
    field.after(list, said);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", id);
    field.setAttribute("aria-expanded", "false");
    field.autocomplete = "off";

    function close() {
      list.hidden = true;
      chosen = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function choose(to) {
      var all = list.children;
      if (!all.length) {
        return;
      }
      // One step past either end is the field itself.
      chosen = to < -1 ? all.length - 1 : to >= all.length ? -1 : to;
      Array.prototype.forEach.call(all, function (one, at) {
        one.setAttribute("aria-selected", at === chosen ? "true" : "false");
      });
      if (chosen < 0) {
        field.removeAttribute("aria-activedescendant");
      } else {
        field.setAttribute("aria-activedescendant", all[chosen].id);
        all[chosen].scrollIntoView({ block: "nearest" });
      }
    }

    function show(found) {
      list.replaceChildren();
      found.forEach(function (one, at) {
        var item = document.createElement("li");
        var label = document.createElement("span");
        var detail = document.createElement("span");
        item.id = id + "-" + at;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.dataset.address = one.address;
        label.textContent = one.label;
        label.dir = "auto";
        if (one.lang) {
          label.lang = one.lang;
        }
        detail.className = "by";
        detail.textContent = one.detail;
        item.append(label, " ", detail);
        item.addEventListener("mousedown", function (event) {
          event.preventDefault();
          window.location.assign(one.address);
        });
        list.append(item);
      });
      list.hidden = !found.length;
      field.setAttribute("aria-expanded", found.length ? "true" : "false");
      said.textContent = counts[found.length];
    }

    function ask() {
      var mine = ++asked;
      var form = field.form;
      var within = form && form.elements.n ? form.elements.n.value : "";
      var query = new URLSearchParams({ q: field.value });
      if (within) {
        query.set("n", within);
      }
      if (field.value.trim().length < 2) {
        close();
        return;
      }
      fetch(field.dataset.suggest + "?" + query)
        .then(function (answer) { return answer.ok ? answer.json() : []; })
        .then(function (found) {
          // An answer that a later one has overtaken is of no use.
          if (mine === asked && document.activeElement === field) {
            chosen = -1;
            show(found);
          }
        })
        .catch(close);
    }

    field.addEventListener("input", function () {
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, WAIT);
    });
    field.addEventListener("keydown", function (event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!list.hidden) {
          event.preventDefault();
          choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
        }
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        window.location.assign(list.children[chosen].dataset.address);
      }
    });
    field.addEventListener("blur", close);
  });
})();
