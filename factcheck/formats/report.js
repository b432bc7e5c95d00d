// Filters and sorts the table of claims. Without it the table is read as it stands.
(() => {
  const table = document.querySelector("#claims table");
  if (!table) return;
  document.documentElement.classList.add("js");
  const body = table.tBodies[0], rows = [...body.rows];
  const words = document.querySelector("#filter-words"), verdict = document.querySelector("#filter-verdict");
  const count = document.querySelector("#filter-count");
  const show = () => {
    const wanted = words.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits = (!wanted || row.textContent.toLowerCase().includes(wanted)) && (!verdict.value || row.dataset.verdict === verdict.value);
      row.hidden = !fits;
      shown += fits;
    }
    count.textContent = `${shown} / ${rows.length}`;
  };
  words.addEventListener("input", show);
  verdict.addEventListener("change", show);
  table.querySelectorAll("th button").forEach((button) => button.addEventListener("click", () => {
    const th = button.parentElement, at = th.cellIndex, up = th.getAttribute("aria-sort") !== "ascending";
    table.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
    th.setAttribute("aria-sort", up ? "ascending" : "descending");
    const key = (row) => row.cells[at].dataset.key ?? row.cells[at].textContent;
    const order = new Intl.Collator(undefined, { numeric: true }).compare;
    rows.sort((a, b) => (up ? 1 : -1) * order(key(a), key(b))).forEach((row) => body.append(row));
  }));
  show();
})();
