"use strict";
// Sorting, filtering and unfolding: the page shows everything without them.
(() => {
  const collator = new Intl.Collator("sv", {numeric: true});
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const fill = (text, ...values) => values.reduce((s, v, i) => s.replace("%" + (i + 1), v), text);

  // A click on a column's head sorts by it; another one turns the order.
  const key = cell => cell.dataset.v !== undefined ? Number(cell.dataset.v) : cell.textContent.trim();
  const compare = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b);
  for (const table of all("table[data-sort]")) {
    const body = table.tBodies[0];
    all("thead th", table).forEach((th, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.title = fill(table.dataset.sort, th.textContent);
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener("click", () => {
        // Numbers are sought from the top, names from A.
        const first = column === 0 ? "ascending" : "descending";
        const last = first === "ascending" ? "descending" : "ascending";
        const order = th.getAttribute("aria-sort") === first ? last : first;
        all("thead th", table).forEach(other => other.removeAttribute("aria-sort"));
        th.setAttribute("aria-sort", order);
        const sign = order === "ascending" ? 1 : -1;
        const rows = [...body.rows].map(row => [key(row.cells[column]), row]);
        rows.sort((a, b) => sign * compare(a[0], b[0]));
        body.append(...rows.map(([, row]) => row));
      });
    });
  }

  // The filters choose municipalities, in the matrix and everywhere below.
  for (const form of all("form.filters")) {
    const rows = all("table.overview tbody tr[data-m]");
    if (rows.length < 2) continue;
    form.closest("details").hidden = false;
    const matches = row =>
      row.dataset.name.toLocaleLowerCase("sv").includes(form.elements.name.value.trim().toLocaleLowerCase("sv")) &&
      all("select", form).every(s => s.value === "" || (s.name === "peers"
        ? (row.dataset.peers || "").includes(s.value)
        : row.querySelectorAll("td[data-state]")[all("select[name=state]", form).indexOf(s)].dataset.state === s.value));
    const apply = () => {
      const chosen = new Set(rows.filter(matches).map(row => row.dataset.m));
      for (const x of all("[data-m]")) x.hidden = !chosen.has(x.dataset.m);
      form.querySelector(".shown").textContent = chosen.size === rows.length ? "" : fill(form.dataset.count, chosen.size, rows.length);
    };
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", event => event.preventDefault());
  }

  // A button for each section unfolds what is folded in it.
  for (const section of all("section[data-open]")) {
    const folded = () => all("details:not(.choose)", section);
    if (folded().length < 2) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "open-all";
    const label = () => { button.textContent = folded().every(d => d.open) ? section.dataset.close : section.dataset.open; };
    button.addEventListener("click", () => {
      const open = !folded().every(d => d.open);
      for (const d of folded()) d.open = open;
      label();
    });
    section.addEventListener("toggle", label, true);
    label();
    section.querySelector("h2").after(button);
  }

  // A link into what is folded unfolds it.
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let x = target; x; x = x.parentElement) if (x.tagName === "DETAILS") x.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

})();
