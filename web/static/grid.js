// The grid of articles by round. A line lights up, with both its ends, while one of them is pointed
// at or has the focus; arrow keys go from cell to cell, so that Tab need not pass them all. Without
// this the ends are links to each other all the same, and every cell is in the way of Tab.
(() => {
  "use strict";
  const grid = document.querySelector(".threads");
  if (!grid) return;

  const lineOf = (target) => {
    const end = target instanceof Element ? target.closest(".went") : null;
    return end ? [...end.classList].find((name) => /^x\d+$/.test(name)) : undefined;
  };
  const light = (target, on) => {
    const line = lineOf(target);
    if (line) grid.querySelectorAll(`.${line}`).forEach((one) => one.classList.toggle("lit", on));
  };
  grid.addEventListener("pointerover", (event) => light(event.target, true));
  grid.addEventListener("pointerout", (event) => light(event.target, false));
  grid.addEventListener("focusin", (event) => light(event.target, true));
  grid.addEventListener("focusout", (event) => light(event.target, false));

  const cells = [...grid.querySelectorAll(".cell")];
  const rows = [...grid.tBodies[0].rows];
  const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

  // The next cell in a direction; places without a cell are passed over.
  const next = (from, [down, along]) => {
    let column = from.parentElement.cellIndex + along;
    let row = rows.indexOf(from.closest("tr")) + down;
    while (rows[row] && rows[row].cells[column]) {
      const found = rows[row].cells[column].querySelector(".cell");
      if (found) return found;
      row += down;
      column += along;
    }
    return null;
  };
  const choose = (cell) => cells.forEach((one) => { one.tabIndex = one === cell ? 0 : -1; });

  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest(".cell");
    const step = STEPS[event.key];
    if (!cell || !step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const found = next(cell, step);
    if (found) found.focus();
  });
  grid.addEventListener("focusin", (event) => {
    const cell = event.target.closest(".cell");
    if (cell) choose(cell);
  });
  choose(cells[0]);
})();
