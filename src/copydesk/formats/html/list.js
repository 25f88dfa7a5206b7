"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const main = document.querySelector("main"), tools = document.querySelector("form.tools");
  const boxes = [...main.querySelectorAll("input[type=checkbox]")];
  const key = "copydesk list " + main.dataset.list;

  // The browser keeps the ticks, if it lets a page from a file keep anything.
  const load = () => {
    try { return new Set(JSON.parse(localStorage.getItem(key) || "[]")); } catch { return new Set(); }
  };
  const save = () => {
    try {
      localStorage.setItem(key, JSON.stringify(boxes.filter((box) => box.checked).map((box) => box.id)));
    } catch { /* the ticks last as long as the page */ }
  };
  const show = () => {
    const done = boxes.filter((box) => box.checked).length;
    document.getElementById("done").textContent = `${done} of ${boxes.length} ticked`;
    main.classList.toggle("left", tools.elements.left.checked);
  };
  const ticked = load();
  for (const box of boxes) box.checked = ticked.has(box.id);
  tools.hidden = false;
  main.addEventListener("change", () => { save(); show(); });
  tools.addEventListener("change", show);
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.elements.print.addEventListener("click", () => window.print());
  tools.elements.clear.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    save();
    show();
  });
  show();
});
