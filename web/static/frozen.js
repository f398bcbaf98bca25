// In a copy of the site: what a form asks for, or an address with a query (of a feed, of a citation),
// is looked up among the files of the copy.
"use strict";

(function () {
  var own = document.currentScript;
  var root = new URL(own.dataset.root, document.baseURI);
  var layout = own.dataset.layout.split(" ");

  function tell(form, words) {
    var said = form.querySelector("[role=status]") || form.appendChild(document.createElement("p"));
    said.setAttribute("role", "status");
    said.textContent = words;
  }

  // What is asked for, as `pages.json` writes it.
  function query(pairs) {
    var asked = [];
    pairs.forEach(function (value, name) {
      if (value && layout.indexOf(name) < 0) {
        asked.push(name === "at" ? "page=all" : name + "=" + value);
      }
    });
    return asked.sort().join("&");
  }

  // The file for a page with another query; `at` is the address of any file of it.
  function lookedUp(at, asked) {
    return fetch(new URL("pages.json", root))
      .then(function (answer) { return answer.json(); })
      .then(function (pages) {
        var file = decodeURI(new URL(at).pathname.slice(root.pathname.length));
        if (!file || file.slice(-1) === "/") {
          file += "index.html";
        }
        var path = Object.keys(pages).find(function (one) { return pages[one] === file; });
        var found = pages[(path ? path.split("?")[0] : "") + "?" + asked];
        return found ? new URL(found, root) : null;
      });
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    event.preventDefault();
    lookedUp(form.action, query(new FormData(form)))
      .then(function (found) {
        if (found) {
          window.location.assign(found);
        } else {
          tell(form, own.dataset.none);
        }
      })
      .catch(function () {
        tell(form, own.dataset.failed);
      });
  });

  // A host that only has files gives the same one whatever is asked for.
  var asked = query(new URLSearchParams(window.location.search));
  if (asked) {
    lookedUp(window.location.href, asked)
      .then(function (found) {
        if (found && found.pathname !== window.location.pathname) {
          found.hash = window.location.hash;
          window.location.replace(found);
        }
      })
      .catch(function () {});
  }
})();
