"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const notes = all(".remark"), marks = all(".mark");
  const numbers = (element, key) => (element.dataset[key] || "").split(" ").filter(Boolean);

  // The note, the words and the witnesses of a finding light up together.
  const light = (ids, on) => {
    for (const id of ids) {
      document.getElementById("n" + id)?.classList.toggle("lit", on);
      for (const one of all(`[data-n~="${id}"], [data-w~="${id}"]`)) one.classList.toggle("lit", on);
    }
  };
  const attend = (element, ids) => {
    element.addEventListener("mouseenter", () => light(ids, true));
    element.addEventListener("mouseleave", () => light(ids, false));
    element.addEventListener("focusin", () => light(ids, true));
    element.addEventListener("focusout", () => light(ids, false));
  };
  for (const mark of marks) attend(mark, numbers(mark, "n"));
  for (const note of notes) attend(note, [note.id.slice(1)]);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const one of all(".lit")) one.classList.remove("lit");
  });

  const form = document.querySelector("form.filters");
  if (!form) return;
  form.hidden = false;
  const boxes = (name) => all(`input[name="${name}"]`, form);
  const chosen = (name) => new Set(boxes(name).filter((box) => box.checked).map((box) => box.value));
  const status = document.getElementById("shown");
  const show = () => {
    const severities = chosen("severity"), rules = chosen("rule"), only = form.elements.only.checked;
    const open = new Set();
    for (const note of notes) {
      note.hidden = !(severities.has(note.dataset.severity) && rules.has(note.dataset.rule));
      if (!note.hidden) open.add(note.id.slice(1));
    }
    for (const mark of marks) {
      const off = !numbers(mark, "n").some((id) => open.has(id));
      mark.classList.toggle("off", off);
      if (off) mark.setAttribute("tabindex", "-1"); else mark.removeAttribute("tabindex");
    }
    for (const story of all("article")) {
      story.hidden = only && !all(".remark:not([hidden])", story).length;
      const entry = document.querySelector(`.contents a[href="#${story.id}"]`);
      if (entry) entry.parentElement.hidden = story.hidden;
    }
    status.textContent = `${open.size} of ${notes.length} findings shown`;
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of all("button[data-all]", form)) {
    button.addEventListener("click", () => {
      for (const box of boxes("rule")) box.checked = button.dataset.all === "yes";
      show();
    });
  }
  show();
});
