// Brings the two sides of the report together: a skill shows its places, a place shows its skills.
// Nothing here is needed to read the report; links lead to and fro without it.
"use strict";

for (const application of document.querySelectorAll(".application")) {
  const bar = application.querySelector(".bar");
  const status = application.querySelector(".status");
  const chips = [...application.querySelectorAll(".chip")];
  const cards = [...application.querySelectorAll(".card")];
  const marks = [...application.querySelectorAll(".document .mark")];
  const previous = application.querySelector(".previous");
  const following = application.querySelector(".following");
  let chosen = "";  // the id of a card, or none: all skills
  let at = -1;      // the place that was walked to, an index into places()

  const words = (text) => (text || "").split(" ");
  const title = (card) => document.getElementById(card).dataset.title;
  // A place stands once in the pages or the text; its double in "the same as text" has no id.
  const places = () => marks.filter((mark) => mark.id && shows(mark, chosen));

  function shows(mark, skill) {
    return !skill || words(mark.dataset.skills).includes(skill);
  }

  function say(text) {
    status.textContent = text;
  }

  function plural(count) {
    return count === 1 ? "1 place" : count + " places";
  }

  function choose(skill) {
    chosen = skill;
    at = -1;
    for (const chip of chips) {
      chip.setAttribute("aria-pressed", String(chip.dataset.skill === skill));
    }
    for (const card of cards) card.classList.toggle("chosen", card.id === skill);
    for (const mark of marks) {
      mark.classList.toggle("off", !shows(mark, skill));
      mark.classList.remove("here");
    }
    const count = places().length;
    previous.disabled = following.disabled = count === 0;
    say(skill ? title(skill) + ": " + plural(count) : plural(count) + " in all");
  }

  // Shows a place without taking the focus from where it is.
  function show(mark) {
    for (const other of marks) other.classList.toggle("here", other === mark);
    mark.scrollIntoView({ block: "center", inline: "nearest" });
    at = places().indexOf(mark);
  }

  function walk(step) {
    const all = places();
    if (all.length === 0) return;
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
    show(all[next]);
    say("Place " + (next + 1) + " of " + all.length + ": " + all[next].dataset.shows);
  }

  function open(element) {
    for (let box = element.closest("details"); box; box = box.parentElement.closest("details")) {
      box.open = true;
    }
  }

  // From a place to the sentence in the card of the skill: of the chosen one, if it is there.
  function toItem(mark) {
    const skills = words(mark.dataset.skills);
    const items = words(mark.dataset.items);
    const index = Math.max(0, skills.indexOf(chosen));
    for (const skill of skills) document.getElementById(skill).open = true;
    const item = document.getElementById(items[index]);
    choose(skills[index]);
    for (const other of marks) other.classList.toggle("here", other === mark);
    at = places().indexOf(mark);
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "center" });
    say("This place shows " + mark.dataset.shows);
  }

  // From a sentence in a card to its place.
  function toMark(link) {
    const mark = document.getElementById(link.getAttribute("href").slice(1));
    if (!mark) return false;
    choose(link.closest(".card").id);
    open(mark);
    show(mark);
    mark.focus({ preventScroll: true });
    say("Place " + (at + 1) + " of " + places().length + ": " + mark.dataset.shows);
    return true;
  }

  async function copy(button) {
    const copied = await copyWords(button);
    say(copied ? "Copied to the clipboard." : "Selected: copy it with Ctrl+C.");
  }

  application.addEventListener("click", (event) => {
    const target = event.target.closest("a, button");
    if (!target) return;
    if (target.matches(".document .mark")) {
      event.preventDefault();
      toItem(target);
    } else if (target.matches(".to-mark")) {
      if (toMark(target)) event.preventDefault();
    } else if (target.matches(".chip")) {
      choose(target.dataset.skill === chosen ? "" : target.dataset.skill);
      if (chosen) walk(1);
    } else if (target === previous) {
      walk(-1);
    } else if (target === following) {
      walk(1);
    } else if (target.matches(".copy")) {
      copy(target);
    } else if (target.matches('a[href^="#"]')) {
      const aim = document.getElementById(target.getAttribute("href").slice(1));
      if (!aim) return;
      open(aim);
      if (aim.matches(".card, .item, .proposal")) choose(aim.closest(".card").id);
    }
  });

  // Opening a card shows its places, closing it shows all again.
  for (const card of cards) {
    card.querySelector("summary").addEventListener("click", () => {
      if (!card.open) {
        choose(card.id);
        walk(1);
      } else if (chosen === card.id) {
        choose("");
      }
    });
  }

  application.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) choose("");
  });

  for (const button of application.querySelectorAll(".copy")) button.hidden = false;
  bar.hidden = false;
  choose("");
}

// Paper has nothing to open.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open], .as-text)")];
  for (const box of closed) box.open = true;
});
addEventListener("afterprint", () => {
  for (const box of closed) box.open = false;
});
