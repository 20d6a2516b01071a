// Draws the table of applicants from the data in the page, sorts and filters it. Rows come in
// chunks: the first at once, the others whenever the browser has time, so that the page answers
// from the start however many there are. Text goes in as text, never as markup.
"use strict";

const LEVELS = ["none", "claimed", "demonstrated", "quantified"];
const WORDS = ["missing", "claimed", "demonstrated", "quantified"];
const CHUNK = 100;   // rows; the style sheet counts on it
const EAGER = 5000;  // rows that are drawn unasked; the others when they are scrolled to
const BURST = 10;    // milliseconds of drawing after which the browser may do something else

function make(name, role, text) {
  const element = document.createElement(name);
  if (role) element.setAttribute("role", role);
  if (text !== undefined) element.textContent = text;
  return element;
}

// What names are compared by: without case and accents.
function folded(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

function count(number, one, many) {
  return number.toLocaleString("en") + " " + (number === 1 ? one : many);
}

// What the columns are made of, and what they sort by.
function columnsOf(data) {
  const columns = [
    { title: "Applicant", key: (row) => row.index, rising: true, said: "by name" },
    { title: "Shown", key: (row) => row.shown * 1000 + row.covered, said: "by skills shown" },
  ];
  data.skills.forEach((title, skill) => columns.push({
    title, upright: true, skill, key: (row) => row.levels[skill], said: "by " + title,
  }));
  if (data.compared) {
    columns.push({
      title: "Change", said: "by change",
      key: (row) => (row.course === "new" ? -1000 : row.rose - row.fell),
    });
  }
  columns.push({ title: "To mend", key: (row) => row.findings, said: "by what is worth a look" });
  if (data.files) {
    columns.push({ title: "Files", key: (row) => row.files.length, said: "by number of files" });
  }
  return columns;
}

function rowOf([name, page, levels, before, findings, files], index) {
  const row = { index, name, page, findings, files, rose: 0, fell: 0, shown: 0, covered: 0 };
  row.levels = Array.from(levels, Number);
  row.before = before ? Array.from(before, Number) : row.levels;
  row.levels.forEach((level, skill) => {
    row.shown += level >= 2;
    row.covered += level >= 1;
    row.rose += level > row.before[skill];
    row.fell += level < row.before[skill];
  });
  const step = Math.sign(row.rose - row.fell);
  row.course = !before ? "new" : step > 0 ? "improved" : step < 0 ? "fell" : "steady";
  row.words = folded([name, ...files].join("\n"));
  return row;
}

function changesOf(row) {
  if (row.course === "new") return "new";
  const parts = [];
  if (row.rose) parts.push("▲ " + row.rose);
  if (row.fell) parts.push("▼ " + row.fell);
  return parts.join(" ") || "=";
}

// Cells of skills are copies: there are four, and as many again that rose or fell.
const patterns = new Map();
function levelCell(level, before) {
  const key = level * 4 + before;
  if (!patterns.has(key)) {
    const cell = make("td", "cell");
    const step = level > before ? " up" : level < before ? " down" : "";
    const word = make("span", "", WORDS[level] + (step ? ", was " + WORDS[before] : ""));
    cell.className = "level " + LEVELS[level] + step;
    word.className = "vh";
    cell.append(word);
    patterns.set(key, cell);
  }
  return patterns.get(key).cloneNode(true);
}

function nameCell(row) {
  const cell = make("th", "rowheader");
  const name = make(row.page ? "a" : "span", "", row.name);
  if (row.page) name.href = row.page;
  name.dir = "auto";
  cell.title = row.name;
  cell.append(name);
  return cell;
}

function draw(row, data) {
  const line = make("tr", "row");
  const shown = make("td", "cell", row.shown + " of " + row.levels.length);
  shown.className = "number";
  line.append(nameCell(row), shown);
  row.levels.forEach((level, skill) => line.append(levelCell(level, row.before[skill])));
  if (data.compared) line.append(make("td", "cell", changesOf(row)));
  const findings = make("td", "cell", row.findings || "–");
  findings.className = "number";
  line.append(findings);
  if (data.files) {
    const files = make("td", "cell", row.files.map((file) => file.split("/").pop()).join(", "));
    files.title = row.files.join(", ");
    line.append(files);
  }
  return line;
}

function applicants(source) {
  const data = JSON.parse(source.textContent);
  const rows = data.rows.map(rowOf);
  const columns = columnsOf(data);
  const form = document.querySelector(".controls");
  const status = form.querySelector(".status");
  const frame = document.querySelector(".grid-frame");
  const more = document.querySelector(".more");
  const byName = document.getElementById("by-name");
  const bySkill = document.getElementById("by-skill");
  const byLevel = document.getElementById("by-level");
  const byCourse = document.getElementById("by-course");
  const table = make("table", "table");
  const lines = new Array(rows.length);  // each row's element, once it has been drawn
  const sums = make("tr", "row");
  let sorted = { column: columns[0], rising: true };
  let view = rows;
  let drawn = 0;
  let job = 0;

  function drawChunk() {
    const chunk = make("tbody", "rowgroup");
    for (const row of view.slice(drawn, drawn + CHUNK)) {
      chunk.append(lines[row.index] || (lines[row.index] = draw(row, data)));
    }
    drawn = Math.min(view.length, drawn + CHUNK);
    table.append(chunk);
  }

  function drawSome() {
    const end = performance.now() + BURST;
    while (drawn < Math.min(view.length, EAGER) && performance.now() < end) drawChunk();
    job = drawn < Math.min(view.length, EAGER) ? setTimeout(drawSome) : 0;
    more.hidden = job !== 0 || drawn >= view.length;
  }

  function restart() {
    clearTimeout(job);
    job = 0;
    drawn = 0;
    for (const chunk of table.querySelectorAll("tbody")) chunk.remove();
    frame.scrollTop = 0;
    drawChunk();
    more.hidden = true;
    if (drawn < view.length) job = setTimeout(drawSome);
  }

  function fits(level) {
    const wanted = byLevel.value;
    if (wanted === "shown") return level >= 2;
    if (wanted === "gap") return level < 2;
    return LEVELS[level] === wanted;
  }

  function isWanted(row) {
    if (byCourse && byCourse.value && row.course !== byCourse.value) return false;
    if (byLevel.value) {
      const skill = bySkill.value;
      if (!(skill === "" ? row.levels.some(fits) : fits(row.levels[skill]))) return false;
    }
    return folded(byName.value).split(/\s+/).every((word) => row.words.includes(word));
  }

  function showSums() {
    sums.replaceChildren(make("th", "rowheader", "Shown by"), ...columns.slice(1).map((column) => {
      const shown = view.filter((row) => row.levels[column.skill] >= 2).length;
      return make("td", "cell", column.skill === undefined ? "" : shown.toLocaleString("en"));
    }));
  }

  function tell() {
    const order = sorted.column === columns[0]
      ? (sorted.rising ? "A to Z" : "Z to A") : (sorted.rising ? "lowest first" : "highest first");
    const all = count(rows.length, "applicant", "applicants");
    const some = view.length === rows.length ? all : view.length.toLocaleString("en") + " of " + all;
    status.textContent = some + ", " + sorted.column.said + ", " + order + ".";
  }

  function update() {
    const { column, rising } = sorted;
    const sign = rising ? 1 : -1;
    view = rows.filter(isWanted)
      .sort((a, b) => sign * (column.key(a) - column.key(b)) || a.index - b.index);
    restart();
    showSums();
    tell();
  }

  function sortBy(column) {
    const rising = sorted.column === column ? !sorted.rising : Boolean(column.rising);
    sorted = { column, rising };
    for (const other of columns) {
      if (other === column) {
        other.head.setAttribute("aria-sort", rising ? "ascending" : "descending");
      } else {
        other.head.removeAttribute("aria-sort");
      }
    }
    update();
  }

  function drawHead() {
    const line = make("tr", "row");
    for (const column of columns) {
      const button = make("button");
      const title = make("span", "", column.title + " ");
      const sign = make("span");
      sign.className = "sign";
      title.append(sign);
      button.type = "button";
      button.append(title);
      button.addEventListener("click", () => sortBy(column));
      column.head = make("th", "columnheader");
      if (column.upright) column.head.className = "upright";
      column.head.append(button);
      line.append(column.head);
    }
    sums.className = "sums";
    const head = make("thead", "rowgroup");
    head.append(line, sums);
    table.append(head);
    columns[0].head.setAttribute("aria-sort", "ascending");
  }

  // A count elsewhere in the page leads to those it counts.
  function pick(link) {
    form.reset();
    for (const [name, value] of link.dataset.filter.split(" ").map((word) => word.split("="))) {
      document.getElementById("by-" + name).value = value;
    }
    update();
  }

  table.className = "grid" + (data.compared ? " with-change" : "") + (data.files ? " with-files" : "");
  table.setAttribute("aria-labelledby", "applicants-title");
  drawHead();
  frame.append(table);
  form.hidden = frame.hidden = false;
  update();

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", update);
  // Who picks a skill wants to see who has it.
  bySkill.addEventListener("change", () => {
    if (bySkill.value && !byLevel.value) byLevel.value = "shown";
  });
  form.addEventListener("change", update);
  form.addEventListener("reset", () => setTimeout(update));
  more.addEventListener("click", () => {
    for (const end = drawn + 10 * CHUNK; drawn < Math.min(end, view.length);) drawChunk();
    more.hidden = drawn >= view.length;
  });
  frame.addEventListener("scroll", () => {
    const near = frame.scrollTop + 3 * frame.clientHeight > frame.scrollHeight;
    if (near && !more.hidden) more.click();
  }, { passive: true });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".pick");
    if (link) pick(link);
  });
  addEventListener("beforeprint", () => {
    while (drawn < view.length) drawChunk();
  });
}

const source = document.getElementById("cohort-data");
if (source) applicants(source);

for (const button of document.querySelectorAll(".copy")) {
  button.hidden = false;
  button.addEventListener("click", () => copyWords(button));
}

// Paper has nothing to open.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const box of closed) box.open = true;
});
addEventListener("afterprint", () => {
  for (const box of closed) box.open = false;
});
