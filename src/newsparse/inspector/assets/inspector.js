"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const marks = all("mark[data-claims]");
  const buttons = all("button.claim");
  const status = document.getElementById("status");
  const say = (words) => { if (status) status.textContent = words; };
  const of = (claim) => marks.filter((mark) => mark.dataset.claims.split(" ").includes(claim));
  let held = null;

  const light = (claim) => {
    for (const mark of marks) mark.classList.toggle("lit", claim !== null && mark.dataset.claims.split(" ").includes(claim));
  };
  const hold = (claim) => {
    held = held === claim ? null : claim;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.claim === held));
    light(held);
    const first = held === null ? undefined : of(held)[0];
    if (first) first.scrollIntoView({ block: "center" });
    say(first ? `Characters marked: ${first.textContent.slice(0, 80)}` : "");
  };
  for (const button of buttons) {
    button.addEventListener("click", () => hold(button.dataset.claim));
    button.addEventListener("mouseenter", () => light(button.dataset.claim));
    button.addEventListener("mouseleave", () => light(held));
    button.addEventListener("focus", () => light(button.dataset.claim));
    button.addEventListener("blur", () => light(held));
  }
  for (const mark of marks) {
    mark.addEventListener("click", () => {
      const claim = mark.dataset.claims.split(" ")[0];
      const button = buttons.find((one) => one.dataset.claim === claim);
      if (!button) return;
      button.closest("details")?.setAttribute("open", "");
      if (held !== claim) hold(claim);
      button.focus({ preventScroll: true });
      button.scrollIntoView({ block: "center" });
    });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && held !== null) hold(held); });

  const kinds = all("input[data-kind]");
  const every = document.getElementById("all-kinds");
  const show = (input) => {
    for (const block of all(`.block[data-kind="${CSS.escape(input.dataset.kind)}"]`)) block.hidden = !input.checked;
  };
  for (const input of kinds) input.addEventListener("change", () => { show(input); if (every) every.checked = kinds.every((one) => one.checked); });
  every?.addEventListener("change", () => { for (const input of kinds) { input.checked = every.checked; show(input); } });

  const index = document.getElementById("index");
  for (const button of index ? index.querySelectorAll("th button") : []) {
    button.addEventListener("click", () => {
      const head = button.closest("th");
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of index.querySelectorAll("th")) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const column = Number(button.dataset.column);
      const value = (row) => row.cells[column]?.textContent ?? "";
      const order = new Intl.Collator(undefined, { numeric: true });
      const rows = [...index.tBodies[0].rows].sort((a, b) => (down ? -1 : 1) * order.compare(value(a), value(b)));
      index.tBodies[0].append(...rows);
      say(`Sorted by ${button.textContent}`);
    });
  }
})();
